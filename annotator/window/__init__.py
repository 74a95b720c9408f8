"""The application's window: all the Qt there is."""
