package io.dateline.peers;

import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import net.dankito.readability4j.extended.Readability4JExtended;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.sax.BodyContentHandler;
import org.apache.tika.sax.boilerpipe.BoilerpipeContentHandler;

/** A library that finds the story on a page. */
enum Peer {
  BOILERPIPE {
    @Override
    String body(byte[] page) throws Exception {
      return ArticleExtractor.getInstance().getText(new String(page, StandardCharsets.UTF_8));
    }
  },
  READABILITY4J {
    @Override
    String body(byte[] page) {
      String html = new String(page, StandardCharsets.UTF_8);
      return new Readability4JExtended("https://courier.example/a", html)
          .parse()
          .getTextContent();
    }
  },
  TIKA {
    @Override
    String body(byte[] page) throws Exception {
      BodyContentHandler text = new BodyContentHandler(-1);
      new JSoupParser()
          .parse(
              new ByteArrayInputStream(page),
              new BoilerpipeContentHandler(text),
              new Metadata(),
              new ParseContext());
      return text.toString();
    }
  };

  /** The story's text, empty or null if none is found. */
  abstract String body(byte[] page) throws Exception;
}
