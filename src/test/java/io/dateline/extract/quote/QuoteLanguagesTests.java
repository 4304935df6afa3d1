package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Quote;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row: language, paragraphs separated by ¶, then text, speaker, name as printed and kind. */
class QuoteLanguagesTests {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          en | “The bridge is safe,” said Mayor Ana Whitlock. | The bridge is safe | Ana Whitlock | Ana Whitlock | direct
          en | The mayor, Ana Whitlock, opened it.¶"The bridge is safe," Whitlock said. | The bridge is safe | Ana Whitlock | Whitlock | direct
          en | Ana Whitlock opened it.¶"The bridge is safe," she said. | The bridge is safe | Ana Whitlock | she | direct
          en | According to Ana Whitlock, the bridge is “as safe as a church.” | as safe as a church | Ana Whitlock | Ana Whitlock | partial
          en | “The bridge,” Ana Whitlock, 52, an engineer from Leeds, said, “is safe.” | is safe. | Ana Whitlock | Ana Whitlock | direct
          en | ‘The workers’ bridge is safe,’ Ana Whitlock told reporters. | The workers’ bridge is safe | Ana Whitlock | Ana Whitlock | direct
          en | 'We don't know,' said Ana Whitlock. | We don't know | Ana Whitlock | Ana Whitlock | direct
          en | Whitlock asked: “Is it safe?” | Is it safe? | Whitlock | Whitlock | direct
          en | Senator Tom Orr met the engineer Ana Whitlock.¶“It is safe,” the senator said. | It is safe | Tom Orr | the senator | direct
          en | “It is safe,” a spokesman for the harbor board said. | It is safe | - | a spokesman for the harbor board | direct
          es | «El puente es seguro», dijo la alcaldesa Lucía Ferrán. | El puente es seguro | Lucía Ferrán | Lucía Ferrán | direct
          es | Lucía Ferrán afirmó que el puente es “una obra maestra”. | una obra maestra | Lucía Ferrán | Lucía Ferrán | partial
          es | La ministra Lucía Ferrán viajó ayer.¶“El puente es seguro”, aseguró la ministra. | El puente es seguro | Lucía Ferrán | la ministra | direct
          es | Según Lucía Ferrán, el puente es “una vergüenza”. | una vergüenza | Lucía Ferrán | Lucía Ferrán | partial
          es | Lucía Ferrán calificó la obra de “chapuza”. | chapuza | Lucía Ferrán | Lucía Ferrán | partial
          es | —No lo sé todavía —dijo Lucía Ferrán. | No lo sé todavía | Lucía Ferrán | Lucía Ferrán | direct
          fr | « Le pont est sûr », a déclaré la maire Lucie Ferrand. | Le pont est sûr | Lucie Ferrand | Lucie Ferrand | direct
          fr | Lucie Ferrand a inspecté le chantier.¶« Le pont est sûr », a-t-elle ajouté. | Le pont est sûr | Lucie Ferrand | elle | direct
          fr | Selon Lucie Ferrand, c'est « une honte ». | une honte | Lucie Ferrand | Lucie Ferrand | partial
          fr | – Je ne sais pas encore, dit Lucie Ferrand. | Je ne sais pas encore | Lucie Ferrand | Lucie Ferrand | direct
          fr | Lucie Ferrand a qualifié le projet de « folie ». | folie | Lucie Ferrand | Lucie Ferrand | partial
          fr | « Le pont est sûr, assure Lucie Ferrand. Entrez donc. » | Le pont est sûr, assure Lucie Ferrand. Entrez donc. | Lucie Ferrand | Lucie Ferrand | direct
          fr | La maire de Caen, Lucie Ferrand, est venue.¶« Le pont est sûr », a répondu Mme Ferrand. | Le pont est sûr | Lucie Ferrand | Ferrand | direct
          es | Según la portavoz del puerto, Lucía Ferrán, es “una vergüenza”. | una vergüenza | Lucía Ferrán | Lucía Ferrán | partial
          es | Lucía Ferrán lo negó. “No es verdad”, dijo. Y añadió: “El puente está bien”. | El puente está bien | Lucía Ferrán | - | direct
          es | “El puente es seguro”, aseguró a este diario Lucía Ferrán. | El puente es seguro | Lucía Ferrán | Lucía Ferrán | direct
          de | „Wir bauen weiter“, erklärte die Gewerkschaft. | Wir bauen weiter | - | die Gewerkschaft | direct
          de | „Die Brücke ist sicher“, sagte Bürgermeisterin Lena Vogt. | Die Brücke ist sicher | Lena Vogt | Lena Vogt | direct
          de | Lena Vogt prüfte die Brücke.¶»Sie ist sicher«, sagte Vogt. | Sie ist sicher | Lena Vogt | Vogt | direct
          de | Lena Vogt nannte den Plan „völlig verrückt“. | völlig verrückt | Lena Vogt | Lena Vogt | partial
          de | Bürgermeisterin Lena Vogt kam.¶„Die Brücke ist sicher“, sagte die Bürgermeisterin. | Die Brücke ist sicher | Lena Vogt | die Bürgermeisterin | direct
          pt | “A ponte é segura”, disse a prefeita Lúcia Ferraz. | A ponte é segura | Lúcia Ferraz | Lúcia Ferraz | direct
          pt | Lúcia Ferraz classificou a obra como “um desastre”. | um desastre | Lúcia Ferraz | Lúcia Ferraz | partial
          pt | Segundo Lúcia Ferraz, a obra é “um desastre”. | um desastre | Lúcia Ferraz | Lúcia Ferraz | partial
          pt | Lúcia Ferraz visitou a obra.¶“A ponte é segura”, disse ela. | A ponte é segura | Lúcia Ferraz | ela | direct
          it | «Il ponte è sicuro», ha detto la sindaca Lucia Ferri. | Il ponte è sicuro | Lucia Ferri | Lucia Ferri | direct
          it | Lucia Ferri ha definito il progetto «una follia». | una follia | Lucia Ferri | Lucia Ferri | partial
          it | Secondo Lucia Ferri, è «una follia». | una follia | Lucia Ferri | Lucia Ferri | partial
          """)
  void findsTheLastQuoteAndItsSpeaker(
      String language, String story, String text, String speaker, String written, String kind) {
    Quote last = LastQuote.of(story, language);

    assertThat(List.of(last.text(), last.kind().label())).containsExactly(text, kind);
    assertThat(new String[] {last.speaker(), last.speakerAsWritten()})
        .containsExactly(speaker, written);
  }
}
