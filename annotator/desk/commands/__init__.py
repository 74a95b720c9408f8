"""What a person can do to a library, one module for each subject."""
