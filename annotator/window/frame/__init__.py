"""The main window around the page and the panels: menus, keys, layout, status."""
