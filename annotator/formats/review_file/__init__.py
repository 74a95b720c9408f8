"""Review files: what people marked in articles, as W3C Web Annotations, from one library to another."""
