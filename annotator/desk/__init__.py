"""The application without a window: commands, history, queries and transfer."""
