package io.dateline.batch.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file operation failed, in words for a person. */
public final class IoReason {

  private IoReason() {}

  /** Why something could not be created: what is not there is then what it would stand in. */
  public static String ofCreating(IOException e) {
    return e instanceof NoSuchFileException ? "there is no folder to put it in" : of(e);
  }

  /** A short phrase, such as {@code permission denied}. */
  public static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "a file is in the way";
    }
    String text = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return text == null ? "input/output error" : text.lines().findFirst().orElse("");
  }
}
