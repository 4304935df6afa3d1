package io.dateline.diff;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much may have changed.
 *
 * @param field one field, or null for each of them
 * @param percent largest share that is allowed, from 0 to 100
 * @param text the share as it was written
 */
public record GateLimit(Kind kind, @Nullable String field, BigDecimal percent, String text) {

  /** What is limited. */
  public enum Kind {
    /** Articles that had the field and have it no more, of those that had it. */
    MAX_EMPTIED,
    /** Articles in which the field is filled otherwise, of those that were compared. */
    MAX_CHANGED,
    /** Articles that vanished, of those that there were. */
    MAX_VANISHED;

    /** The option of the command line. */
    public String option() {
      return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final BigDecimal ALL = new BigDecimal(100);

  /** Longest number that is read. */
  private static final int MAX_DIGITS = 12;

  /**
   * Reads {@code 0.1%} or {@code date_published=1%}.
   *
   * @throws IllegalArgumentException with a sentence if it is neither
   */
  public static GateLimit of(Kind kind, String text) {
    int equals = text.indexOf('=');
    String field = equals < 0 ? null : text.substring(0, equals).strip();
    String share = text.substring(equals + 1).strip();
    if (field != null && (kind == Kind.MAX_VANISHED || !FieldChoice.known().contains(field))) {
      throw new IllegalArgumentException(
          kind == Kind.MAX_VANISHED
              ? "it takes a share alone, as 0.1%"
              : "`" + field + "` is no field that could be compared");
    }
    return new GateLimit(kind, field, percent(share), share);
  }

  private static BigDecimal percent(String share) {
    boolean marked = share.endsWith("%");
    String digits = marked ? share.substring(0, share.length() - 1).strip() : share;
    boolean number =
        digits.length() <= MAX_DIGITS
            && !digits.isEmpty()
            && digits.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
    try {
      BigDecimal percent = number ? new BigDecimal(digits) : BigDecimal.TEN.negate();
      // Without a mark 1 could be one article, one per cent or all.
      if (percent.signum() >= 0
          && percent.compareTo(ALL) <= 0
          && (marked || percent.signum() == 0)) {
        return percent;
      }
    } catch (NumberFormatException e) {
      // Two points, say.
    }
    throw new IllegalArgumentException("`" + share + "` is no share from 0% to 100%, such as 0.1%");
  }

  /** Whether so many of so many are more than is allowed. */
  boolean isBroken(long count, long of) {
    return BigDecimal.valueOf(count)
            .multiply(ALL)
            .compareTo(percent.multiply(BigDecimal.valueOf(of)))
        > 0;
  }
}
