package io.dateline.source;

import io.dateline.article.NewsroomFormat;
import io.dateline.source.container.NinjsNames;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the formats of newsrooms from other XML and JSON by their roots and names. */
final class NewsroomMarkup {

  /** What every namespace of NewsML-G2 has in it; its versions end differently. */
  private static final String G2_NAMESPACE = "iptc.org/std/nar";

  /** Roots of NewsML-G2. Only a news item may hold a story; the others say so in a rejection. */
  private static final Set<String> G2_ROOTS =
      Set.of(
          "newsItem",
          "newsMessage",
          "packageItem",
          "conceptItem",
          "knowledgeItem",
          "planningItem",
          "catalogItem");

  private static final int MAX_ROOT_NAME = 60;

  private NewsroomMarkup() {}

  /**
   * The media type of a document whose first tag stands at {@code at}, or null if no newsroom's.
   *
   * @param head the start of the text
   */
  static @Nullable String ofRoot(String head, int at) {
    int end = at + 1;
    while (end < head.length() && end - at < MAX_ROOT_NAME && isNameChar(head.charAt(end))) {
      end++;
    }
    String name = head.substring(at + 1, end);
    String local = name.substring(name.indexOf(':') + 1);
    if (local.equals("nitf")) {
      return NewsroomFormat.NITF.mediaType();
    }
    if (!G2_ROOTS.contains(local)) {
      return null;
    }
    int close = head.indexOf('>', end);
    String tag = head.substring(end, close < 0 ? head.length() : close);
    // An item that was taken out of a message has the namespace no more.
    boolean isG2 = tag.contains(G2_NAMESPACE) || (tag.contains("guid") && tag.contains("version"));
    return isG2 ? NewsroomFormat.NEWSML_G2.mediaType() : null;
  }

  /** The media type by the root that a document type declaration names, or null. */
  static @Nullable String ofDoctype(String name) {
    boolean nitf =
        name.startsWith("nitf")
            && (name.length() == 4 || !isNameChar(name.charAt("nitf".length())));
    return nitf ? NewsroomFormat.NITF.mediaType() : null;
  }

  /** Whether an object of JSON that begins there is one of ninjs by the names in the text. */
  static boolean isNinjs(String text, int at) {
    return text.charAt(at) == '{' && NinjsNames.fit(names(text, at));
  }

  /** What stands in quotation marks before a colon. */
  private static Set<String> names(String text, int from) {
    Set<String> names = new HashSet<>();
    int open = text.indexOf('"', from);
    while (open >= 0) {
      int close = text.indexOf('"', open + 1);
      if (close < 0) {
        break;
      }
      int next = close + 1;
      while (next < text.length() && text.charAt(next) <= ' ') {
        next++;
      }
      boolean named = close - open <= MAX_ROOT_NAME && next < text.length();
      if (named && text.charAt(next) == ':') {
        String name = text.substring(open + 1, close).toLowerCase(Locale.ROOT);
        if (NinjsNames.isOne(name)) {
          names.add(name);
        }
        open = text.indexOf('"', next);
      } else {
        // It may have closed a string instead: the next one begins at its end.
        open = close;
      }
    }
    return names;
  }

  private static boolean isNameChar(char c) {
    return c > ' ' && "<>/=\"'[".indexOf(c) < 0;
  }
}
