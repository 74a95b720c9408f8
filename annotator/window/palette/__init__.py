"""The palette: every action by its words."""
