"""The codebook as the application shows it."""
