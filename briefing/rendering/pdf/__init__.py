"""From a Document to a tagged, archivable PDF: compose blocks, divide them into pages, draw them, finish the file."""
