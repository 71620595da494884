"""Reading PDF: glyphs from the file in a process of their own, lines and columns from the glyphs, paragraphs from the lines."""
