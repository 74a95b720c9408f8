"""Care of the library in the window: earlier versions, damage, and what is to be known at opening."""
