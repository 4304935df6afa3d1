package io.dateline.extract;

import com.ibm.icu.lang.UCharacter;
import io.dateline.article.Block;
import io.dateline.extract.text.WordLists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which blocks of an HTML page are what its readers have written. */
final class ReaderComments {

  /** The nearest class names around a block, in UTF-16 code units: those say what it is. */
  private static final int MAX_HINTS = 160;

  /** Part of a name, and whether it speaks of comments, or of something beside them. */
  private static final Map<String, Boolean> PARTS = new HashMap<>();

  static {
    for (List<String> row : WordLists.table(ReaderComments.class, "reader-comments.tsv", 2)) {
      PARTS.put(row.get(1), row.get(0).equals("comment"));
    }
  }

  private ReaderComments() {}

  /**
   * Whether a class name or id around the block speaks of readers' comments: {@code comment-list},
   * but not {@code comments-open}, which a story's own element may bear.
   */
  static boolean contain(Block block) {
    String hints = block.hints();
    int end = Math.min(MAX_HINTS, hints.length());
    int start = 0;
    boolean comment = false;
    boolean beside = false;
    for (int i = 0; i <= end; i++) {
      if (i == end || !UCharacter.isLetter(hints.charAt(i))) {
        Boolean says = PARTS.get(hints.substring(start, i));
        if (says != null) {
          comment |= says;
          beside |= !says;
        }
        if (i == end || hints.charAt(i) == ' ') {
          if (comment && !beside) {
            return true;
          }
          comment = false;
          beside = false;
        }
        start = i + 1;
      }
    }
    return false;
  }
}
