"""Drawing a document as a tagged PDF with ReportLab; the only place that imports it."""
