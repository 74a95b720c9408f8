"""What a client can ask of the desk: frozen rows, one module for each subject."""
