"""A look at articles before they are taken in, and their paragraphs mended."""
