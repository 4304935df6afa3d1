package io.dateline.source;

import io.dateline.article.NewsroomFormat;
import java.util.List;
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

  /** Names of ninjs that other JSON hardly has. */
  private static final List<String> NINJS_NAMES =
      List.of(
          "versioncreated",
          "firstcreated",
          "contentcreated",
          "pubstatus",
          "usageterms",
          "copyrightholder",
          "copyrightnotice",
          "slugline",
          "headline",
          "headlines",
          "bodies",
          "body_text",
          "body_html",
          "body_xhtml",
          "description_text",
          "infosources",
          "representationtype");

  /** So many of them, beside the {@code uri} that every object of ninjs has. */
  private static final int MIN_NAMES = 2;

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

  /** Whether an object of JSON is one of ninjs by the names in its head. */
  static boolean isNinjs(String head, int at) {
    if (head.charAt(at) != '{' || !hasName(head, "uri")) {
      return false;
    }
    int found = 0;
    for (String name : NINJS_NAMES) {
      found += hasName(head, name) ? 1 : 0;
    }
    return found >= MIN_NAMES;
  }

  private static boolean hasName(String head, String name) {
    String quoted = '"' + name + '"';
    for (int at = head.indexOf(quoted); at >= 0; at = head.indexOf(quoted, at + 1)) {
      int next = at + quoted.length();
      while (next < head.length() && head.charAt(next) <= ' ') {
        next++;
      }
      if (next < head.length() && head.charAt(next) == ':') {
        return true;
      }
    }
    return false;
  }

  private static boolean isNameChar(char c) {
    return c > ' ' && "<>/=\"'[".indexOf(c) < 0;
  }
}
