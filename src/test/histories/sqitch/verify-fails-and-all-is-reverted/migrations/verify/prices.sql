SELECT amount FROM prices WHERE false;
