package io.dateline.source.container;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdIOException;
import io.dateline.article.RejectionReason;
import java.io.EOFException;
import java.io.IOException;
import org.apache.commons.compress.PasswordRequiredException;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Puts what went wrong into a code and a sentence. Not a word of a library's message is kept: it
 * changes with the version, and may hold bytes of the container.
 */
final class Damage {

  private static final int MAX_CAUSES = 8;

  private Damage() {}

  /**
   * The code.
   *
   * @param otherwise the code of damage that nobody names
   */
  static RejectionReason reasonOf(Throwable e, RejectionReason otherwise) {
    Throwable known = known(e);
    if (known instanceof BrokenContainerException broken) {
      return broken.reason() == RejectionReason.MEMBER_DAMAGED ? otherwise : broken.reason();
    }
    if (known instanceof Budget.SpentException spent) {
      return spent.reason();
    }
    if (known instanceof PasswordRequiredException) {
      return RejectionReason.ENCRYPTED;
    }
    return isUnsupported(known) ? RejectionReason.UNSUPPORTED_COMPRESSION : otherwise;
  }

  /** The sentence. */
  static String describe(Throwable e, String format) {
    Throwable known = known(e);
    if (known instanceof BrokenContainerException
        || known instanceof DamagedBytesException
        || known instanceof Budget.SpentException) {
      return String.valueOf(known.getMessage());
    }
    if (known instanceof PasswordRequiredException) {
      return "It is encrypted.";
    }
    if (isForeignDictionary(known)) {
      return "It was compressed with a dictionary that it does not hold.";
    }
    if (isMemoryLimit(known)) {
      return "To unpack it takes more memory than one decompressor may have.";
    }
    if (isUnsupported(known)) {
      return "Compressed by a method of " + format + " that is not read.";
    }
    return known instanceof EOFException
        ? "The " + format + " data ends too early."
        : "The " + format + " data is damaged or cut short.";
  }

  private static boolean isUnsupported(Throwable e) {
    return e instanceof UnsupportedOptionsException
        || isMemoryLimit(e)
        || isForeignDictionary(e)
        || isUnsupportedSevenZ(e);
  }

  private static boolean isMemoryLimit(Throwable e) {
    return e instanceof org.apache.commons.compress.MemoryLimitException
        || e instanceof org.tukaani.xz.MemoryLimitException;
  }

  private static boolean isForeignDictionary(Throwable e) {
    return e instanceof ZstdIOException zstd && zstd.getErrorCode() == Zstd.errDictionaryWrong();
  }

  /** Of a 7z method that is not read the library has but a message. */
  private static boolean isUnsupportedSevenZ(Throwable e) {
    String message = e instanceof IOException ? e.getMessage() : null;
    return message != null && message.startsWith("Unsupported compression method");
  }

  /** The innermost cause that says more than that something failed. */
  private static Throwable known(Throwable e) {
    Throwable at = e;
    for (int i = 0; i < MAX_CAUSES && at != null; i++) {
      if (at instanceof BrokenContainerException
          || at instanceof DamagedBytesException
          || at instanceof Budget.SpentException
          || at instanceof PasswordRequiredException
          || at instanceof EOFException
          || isUnsupported(at)) {
        return at;
      }
      at = at.getCause();
    }
    return e;
  }
}
