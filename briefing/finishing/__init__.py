"""What is done with a finished pack: its pages are checked against the texts that it holds, and printed in other forms."""
