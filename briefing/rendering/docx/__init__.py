"""The pack as a document for Word, written from the same Document as the PDF; it needs python-docx, the extra briefing[docx]."""
