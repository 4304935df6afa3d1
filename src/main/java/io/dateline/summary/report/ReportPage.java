package io.dateline.summary.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.dateline.summary.Summary;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the report of a run as one page of HTML that needs nothing else: style, scripts and data
 * stand in it, and its Content-Security-Policy admits these and nothing more.
 *
 * <p>Every text of an article is escaped, on the page by the template engine and in the data of the
 * charts by {@link ScriptData}. Stateless and safe for use by several threads.
 */
public final class ReportPage {

  private static final List<Summary> RANKED =
      List.of(
          Summary.ARTICLES_BY_COUNTRY,
          Summary.ARTICLES_BY_PLACE,
          Summary.ARTICLES_BY_PROVIDER,
          Summary.ARTICLES_BY_PUBLISHER,
          Summary.ARTICLES_BY_LANGUAGE,
          Summary.ARTICLES_BY_SECTION,
          Summary.QUOTES_BY_SPEAKER);

  /** What goes into every page; read at the first one. */
  private static final class Parts {
    static final String STYLE = text("report.css");
    static final String SCRIPT = text("report.js");
    static final String CHARTS = text("echarts/echarts.common.min.js");
    static final String POLICY =
        "default-src 'none'; script-src "
            + PageResource.hash(CHARTS)
            + " "
            + PageResource.hash(SCRIPT)
            + "; style-src "
            + PageResource.hash(STYLE)
            + "; base-uri 'none'; form-action 'none'";
    static final Template TEMPLATE =
        Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .withLoader(name -> new StringReader(text(name + ".mustache")))
            .compile(text("report.mustache"));
  }

  private ReportPage() {}

  private static String text(String name) {
    return PageResource.text(ReportPage.class, name);
  }

  /** The page. */
  public static String of(RunReport report) {
    Map<Summary, RankingView> rankings = new EnumMap<>(Summary.class);
    for (Summary summary : RANKED) {
      rankings.put(summary, RankingView.of(summary, report.ranking(summary)));
    }
    Map<String, Object> view = PageView.of(report, rankings);
    view.put("policy", Parts.POLICY);
    view.put("style", Parts.STYLE);
    view.put("charts", Parts.CHARTS);
    view.put("script", Parts.SCRIPT);
    view.put("data", ScriptData.of(report, rankings));
    return Parts.TEMPLATE.execute(view);
  }
}
