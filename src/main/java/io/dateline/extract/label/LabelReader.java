package io.dateline.extract.label;

import io.dateline.article.Block;
import io.dateline.extract.text.Folding;
import io.dateline.extract.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds labels among blocks by the list {@code labels.tsv}: {@code Label: value} on one line, or
 * {@code Label:} with the value on the next, if that fits the label. A label whose next line does
 * not fit has no value: the paragraph after {@code Main image:} is no image.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class LabelReader {

  /** Longest label, in UTF-16 code units. */
  static final int MAX_LABEL = 40;

  /** Longest line that is a label with its value; a longer one is a paragraph with a colon. */
  static final int MAX_LINE = 300;

  /** Words of a label that stands inside a line, right before its value. */
  private static final int MAX_LABEL_WORDS = 4;

  /** Property of labels whose values are of no use. */
  public static final String NONE = "none";

  private final Map<String, String> properties = new HashMap<>();

  /** The first words of labels for dates, folded. */
  private final Set<String> firstWords = new HashSet<>();

  private final ValueCheck check;

  /** Whether a text can be the value of a property. */
  @FunctionalInterface
  public interface ValueCheck {
    /**
     * Whether {@code value} fits {@code property}.
     *
     * @param sameLine whether it stands behind the label; if not, it stands on the next line
     * @param gap blank lines between label and value
     */
    boolean fits(String property, String value, boolean sameLine, int gap);
  }

  /** A reader that takes only values that pass {@code check}. */
  public LabelReader(ValueCheck check) {
    this.check = check;
    for (List<String> row : WordLists.table(LabelReader.class, "labels.tsv", 3)) {
      String folded = Folding.fold(row.get(2));
      properties.putIfAbsent(folded, row.get(1));
      if (isDate(row.get(1))) {
        firstWords.add(firstOf(folded));
      }
    }
  }

  /** The labels among the blocks, in their order. */
  public List<Label> read(List<Block> blocks) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      String text = blocks.get(i).text();
      if (text.length() > MAX_LINE || blocks.get(i).isHeading()) {
        continue;
      }
      Label label = at(blocks, i, text);
      if (label != null) {
        labels.add(label);
        if (label.valueBlock() > i) {
          i = label.valueBlock();
        }
      }
    }
    return labels;
  }

  /** The property that a label of this name means; empty if there is no such label. */
  public Optional<String> propertyOf(String name) {
    return Optional.ofNullable(properties.get(Folding.fold(name)));
  }

  /**
   * The property of the label that a text ends with: {@code 5 May, updated}.
   *
   * @param before what stands before a value, its colon included
   */
  public Optional<String> propertyAtEnd(String before) {
    String words = before.strip();
    while (words.endsWith(":") || words.endsWith("：")) {
      words = words.substring(0, words.length() - 1).strip();
    }
    for (int start = words.length(), n = 0; start > 0 && n < MAX_LABEL_WORDS; n++) {
      start = words.lastIndexOf(' ', start - 1);
      Optional<String> property = propertyOf(words.substring(start + 1));
      if (property.isPresent()) {
        return property;
      }
      if (start < 0) {
        break;
      }
    }
    return Optional.empty();
  }

  /** Whether the words before a date are a label of modification. */
  public boolean isModified(String before) {
    return propertyAtEnd(before).filter("dateModified"::equals).isPresent();
  }

  private @Nullable Label at(List<Block> blocks, int i, String text) {
    int colon = colon(text);
    if (colon < 0) {
      return withoutColon(blocks, i, text);
    }
    String name = text.substring(0, colon).strip();
    String property = properties.get(Folding.fold(name));
    if (property == null) {
      return withoutColon(blocks, i, text);
    }
    String behind = text.substring(colon + 1).strip();
    if (!behind.isEmpty()) {
      return check.fits(property, behind, true, 0) ? new Label(property, name, behind, i, i) : null;
    }
    return onNextLine(blocks, i, property, name);
  }

  private Label onNextLine(List<Block> blocks, int i, String property, String name) {
    if (i + 1 < blocks.size()) {
      Block next = blocks.get(i + 1);
      if (next.text().length() <= MAX_LINE
          && !startsWithLabel(next.text())
          && check.fits(property, next.text(), false, next.gapBefore())) {
        return new Label(property, name, next.text(), i, i + 1);
      }
    }
    return new Label(property, name, null, i, -1);
  }

  /** Only dates are certain enough to be values of a label without a colon. */
  private @Nullable Label withoutColon(List<Block> blocks, int i, String text) {
    if (!firstWords.contains(firstWord(text))) {
      return null;
    }
    String whole = properties.get(Folding.fold(text));
    if (whole != null && isDate(whole) && i + 1 < blocks.size()) {
      Label label = onNextLine(blocks, i, whole, text);
      return label.value() == null ? null : label;
    }
    for (int space = text.lastIndexOf(' ', MAX_LABEL);
        space > 0;
        space = text.lastIndexOf(' ', space - 1)) {
      String name = text.substring(0, space);
      String property = properties.get(Folding.fold(name));
      String behind = text.substring(space + 1);
      if (property != null && isDate(property) && check.fits(property, behind, true, 0)) {
        return new Label(property, name, behind, i, i);
      }
    }
    return null;
  }

  /** The first word of the folded text, for which the rest need not be folded. */
  private static String firstWord(String text) {
    String folded = "";
    for (int end = text.indexOf(' '); end > 0 && folded.isEmpty(); ) {
      folded = Folding.fold(text.substring(0, end));
      end = text.indexOf(' ', end + 1);
    }
    return firstOf(folded.isEmpty() ? Folding.fold(text) : folded);
  }

  private static String firstOf(String folded) {
    int space = folded.indexOf(' ');
    return space < 0 ? folded : folded.substring(0, space);
  }

  private boolean startsWithLabel(String text) {
    int colon = colon(text);
    return colon > 0 && properties.containsKey(Folding.fold(text.substring(0, colon)));
  }

  private static boolean isDate(String property) {
    return property.startsWith("date");
  }

  /** Where the label's colon stands, or -1. */
  private static int colon(String text) {
    for (int i = 0; i < text.length() && i <= MAX_LABEL; i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == '：') {
        return i;
      }
    }
    return -1;
  }
}
