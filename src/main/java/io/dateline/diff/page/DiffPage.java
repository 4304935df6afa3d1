package io.dateline.diff.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.dateline.diff.Comparison;
import io.dateline.summary.report.PageResource;
import io.dateline.summary.report.ReportPage;
import java.util.Map;

/**
 * Writes what has changed as one page of HTML that needs nothing else: old and new side by side.
 * Holds no script, and its Content-Security-Policy lets none run: every text on it is hostile.
 */
public final class DiffPage {

  /** What goes into every page; read at the first one. */
  private static final class Parts {
    static final String STYLE =
        PageResource.text(ReportPage.class, "report.css")
            + PageResource.text(DiffPage.class, "diff.css");
    static final String POLICY =
        "default-src 'none'; style-src "
            + PageResource.hash(STYLE)
            + "; base-uri 'none'; form-action 'none'";
    static final Template TEMPLATE =
        Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .compile(PageResource.text(DiffPage.class, "diff.mustache"));
  }

  private DiffPage() {}

  /**
   * The page.
   *
   * @param roots folders of the input by the collections' names, so far as they are known
   * @param job whose rules `inspect` is to follow
   */
  public static String of(Comparison comparison, Map<String, String> roots, String job) {
    Map<String, Object> view = DiffView.of(comparison, roots, job);
    view.put("policy", Parts.POLICY);
    view.put("style", Parts.STYLE);
    return Parts.TEMPLATE.execute(view);
  }
}
