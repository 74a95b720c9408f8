"""Lists of cards of which only what came, went or changed is told: their model, their looks, their view."""
