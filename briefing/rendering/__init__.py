"""From a pack to a document by templates, and from a document to PDF."""
