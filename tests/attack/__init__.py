"""RefDesk as a hostile or unlucky user meets it: odd files, odd words, odd moments."""
