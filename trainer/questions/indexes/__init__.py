"""What is looked up in a chapter, one module for each sort of thing; `Index` joins them."""
