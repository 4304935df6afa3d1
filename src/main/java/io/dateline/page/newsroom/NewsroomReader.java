package io.dateline.page.newsroom;

import io.dateline.article.NewsroomFormat;
import java.util.Map;

/**
 * Reads the formats of newsrooms. Whatever is wrong with a document stands in the {@link NewsItem};
 * nothing is thrown for it, nothing fetched.
 *
 * <p>Stateless and safe for use by several threads.
 */
public final class NewsroomReader {

  private NewsroomReader() {}

  /**
   * The item in XML.
   *
   * @param format {@link NewsroomFormat#NITF} or {@link NewsroomFormat#NEWSML_G2}
   * @param maxDepth elements in each other that it may have
   */
  public static NewsItem xml(NewsroomFormat format, String text, int maxDepth) {
    Draft draft = new Draft("body.content");
    if (format == NewsroomFormat.NITF) {
      NitfReader reader = new NitfReader(draft);
      XmlReading.read(text, maxDepth, reader, draft);
      reader.finish();
    } else {
      G2Reader reader = new G2Reader(draft);
      XmlReading.read(text, maxDepth, reader, draft);
      reader.finish();
    }
    return draft.finish();
  }

  /**
   * The item in an object of ninjs.
   *
   * @param item its properties: texts, lists and further objects
   * @param whole whether the text was valid JSON to its end
   */
  public static NewsItem ninjs(Map<?, ?> item, boolean whole) {
    Draft draft = new Draft("body_text");
    new NinjsReader(item, draft).read();
    if (!whole) {
      draft.damage("The document is no valid JSON.");
    }
    return draft.finish();
  }

  /**
   * An object of ninjs that cannot be read.
   *
   * @param maxDepth objects and lists in each other that it may have, and has more of
   */
  public static NewsItem ninjsTooDeep(int maxDepth) {
    Draft draft = new Draft("body_text");
    draft.excess("The document nests more than " + maxDepth + " objects and lists in each other.");
    return draft.finish();
  }
}
