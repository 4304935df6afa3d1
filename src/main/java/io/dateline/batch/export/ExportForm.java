package io.dateline.batch.export;

import io.dateline.output.CellLimit;
import io.dateline.output.FileForm;
import org.jspecify.annotations.Nullable;

/**
 * How an export is written.
 *
 * @param file what its files are
 * @param formulaGuard whether text cells are guarded, whatever the runs did; only in CSV
 * @param limit from which length text is cut, null for none; only in CSV
 */
public record ExportForm(FileForm file, boolean formulaGuard, @Nullable CellLimit limit) {

  /** Text as it was, typed columns. */
  public static final ExportForm PARQUET = new ExportForm(FileForm.PARQUET, false, null);

  public ExportForm {
    if (file.format() != FileForm.Format.CSV && (formulaGuard || limit != null)) {
      throw new IllegalArgumentException("cells are guarded and cut for spreadsheets alone");
    }
  }

  /** The form of a run's own files. */
  public static ExportForm ofRun(boolean formulaGuard) {
    return new ExportForm(FileForm.CSV, formulaGuard, null);
  }
}
