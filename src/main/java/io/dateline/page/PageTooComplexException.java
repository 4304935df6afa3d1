package io.dateline.page;

/** A document has more blocks, or nests deeper, than the limits allow; the message says which. */
public final class PageTooComplexException extends Exception {

  private static final long serialVersionUID = 1L;

  PageTooComplexException(String message) {
    super(message);
  }
}
