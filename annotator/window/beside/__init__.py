"""The card near the words that shows what several people made of them."""
