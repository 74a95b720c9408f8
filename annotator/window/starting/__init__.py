"""How a window comes to a library: what it shows first, what is told, what to do where none can be opened."""
