"""Sources in the window: naming them with help from the register, and the register itself."""
