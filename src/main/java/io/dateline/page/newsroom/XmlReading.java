package io.dateline.page.newsroom;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML with the JDK's own streaming parser, which is given nothing to fetch or to expand: the
 * text went through {@link XmlText}, and the parser is told to know neither document types nor
 * entities. Prefixes need not be declared. Without recursion.
 */
final class XmlReading {

  /** Attributes of one element; a limit that later JDKs have as well. */
  private static final String MAX_ATTRIBUTES = "200";

  /** Longest name of an element or attribute, in UTF-16 code units. */
  private static final String MAX_NAME = "1000";

  /** The parser tells of a text only where markup follows: of a cut one it would tell nothing. */
  private static final String END = "<!-- -->";

  private XmlReading() {}

  /**
   * Tells {@code listener} of all of {@code raw}, as far as it is well formed.
   *
   * @param maxDepth elements in each other; behind a deeper one nothing is read
   * @param draft hears of damage and of excess
   */
  static void read(String raw, int maxDepth, XmlListener listener, Draft draft) {
    XMLStreamReader reader = null;
    try {
      reader = open(XmlText.of(raw) + END);
      if (!events(reader, maxDepth, listener)) {
        draft.excess("The document nests more than " + maxDepth + " elements in each other.");
      }
    } catch (XMLStreamException e) {
      // The parser's words differ from JDK to JDK.
      draft.damage("The document is no well-formed XML.");
    } finally {
      close(reader);
    }
  }

  private static XMLInputFactory factory() {
    // The JDK's own, whatever else lies on the class path.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
    // Defaults of these differ between JDKs; depth is counted here.
    factory.setProperty("jdk.xml.elementAttributeLimit", MAX_ATTRIBUTES);
    factory.setProperty("jdk.xml.maxElementDepth", "0");
    factory.setProperty("jdk.xml.maxXMLNameLimit", MAX_NAME);
    // Of entities only those are left that every document knows: each `&amp;` counts towards these.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }

  /** Returns false if the document nests too deep. */
  private static boolean events(XMLStreamReader reader, int maxDepth, XmlListener listener)
      throws XMLStreamException {
    XmlListener.Attributes attributes = name -> attribute(reader, name);
    int depth = 0;
    while (!listener.isDone()) {
      switch (next(reader)) {
        case XMLStreamConstants.END_DOCUMENT -> {
          return true;
        }
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > maxDepth) {
            return false;
          }
          listener.start(local(reader.getLocalName()), attributes);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          listener.end(local(reader.getLocalName()));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            listener.text(reader.getText());
        default -> {
          // Nothing else is left in the text.
        }
      }
    }
    return true;
  }

  private static XMLStreamReader open(String xml) throws XMLStreamException {
    XMLInputFactory factory = factory();
    try {
      return factory.createXMLStreamReader(new StringReader(xml));
    } catch (RuntimeException e) {
      // It reads the first event here, and as below.
      throw new XMLStreamException(e);
    }
  }

  private static int next(XMLStreamReader reader) throws XMLStreamException {
    try {
      return reader.next();
    } catch (RuntimeException e) {
      // The parser throws some of its errors unchecked.
      throw new XMLStreamException(e);
    }
  }

  private static @Nullable String attribute(XMLStreamReader reader, String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (local(reader.getAttributeLocalName(i)).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static void close(@Nullable XMLStreamReader reader) {
    if (reader != null) {
      try {
        reader.close();
      } catch (XMLStreamException e) {
        // It holds nothing but a string.
      }
    }
  }
}
