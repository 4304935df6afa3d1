package io.dateline.extract.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Quote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The forms in which languages print who said something. Each row: language, paragraphs separated
 * by ¶, text of the last quote, and its speaker by full name.
 */
class QuoteFormsTests {

  private final QuoteExtractor extractor = new QuoteExtractor();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          en | Ruth Avery was told to wait.¶“I waited a year,” Avery told the Ferry Post. | I waited a year | Ruth Avery
          en | Ruth Avery met the clerk, Tom Bligh.¶“The files are gone,” the clerk said. | The files are gone | Tom Bligh
          en | The idea came from a pupil, Arun Dey.¶“I was bored,” he said. | I was bored | Arun Dey
          en | The buyer, antiques dealer Yasmin Cole, kept it. “A sale is a sale,” she said. | A sale is a sale | Yasmin Cole
          en | While Tom Bligh has left, the plan concerns Arun Dey, president of the rowers' club.¶“It is too wide,” he said. | It is too wide | Arun Dey
          en | Ruth Avery went home to Norway.¶She left early. “It is too cold,” she said. | It is too cold | Ruth Avery
          en | Ruth Avery went home to New Orr.¶She left early. “It is too cold,” she said. | It is too cold | Ruth Avery
          en | Ruth Avery Blasts New Ferry Plan¶Ruth Avery rowed over. “It is too wide,” Avery said. | It is too wide | Ruth Avery
          en | Gardener Ruth Avery dug it up. “It was heavy,” she said. | It was heavy | Ruth Avery
          en | Avery's answer: “It was never ours.” | It was never ours. | Avery
          en | Calling the plan “a lovely mess,” Ruth Avery walked out. | a lovely mess | Ruth Avery
          en | Although Ruth Avery admitted that the plan was “a lovely mess,” Bligh signed it. | a lovely mess | Ruth Avery
          en | Ruth Avery said on Monday that she was “tired of waiting.” | tired of waiting | Ruth Avery
          en | Ruth Avery Said The Plan Was “A Lovely Mess” | A Lovely Mess | Ruth Avery
          en | Tom Bligh took the chair, Ruth Avery in a letter said, “to sleep in it.” | to sleep in it | Ruth Avery
          en | The plan was described by Ruth Avery as “a lovely mess.” | a lovely mess | Ruth Avery
          en | Ruth Avery runs the ward.¶“We are full,” she said. “We have been full since May,” she added. | We have been full since May | Ruth Avery
          en | “We are full,” said Ruth Avery.¶“And nobody,” she went on, “will send us a bed.” | will send us a bed. | Ruth Avery
          es | La maestra Rosa Quirós vive en el valle.¶«No quiero un coche», dice ella. | No quiero un coche | Rosa Quirós
          es | El ministro Hernán Bustos llegó tarde.¶«Les pido perdón», dijo el ministro. | Les pido perdón | Hernán Bustos
          es | Rosa Quirós salió con el alcalde, Paco Ruz. «No quiero», dijo él. | No quiero | Paco Ruz
          es | "No quiero un coche", aseguró este lunes a la prensa Rosa Quirós. | No quiero un coche | Rosa Quirós
          es | —No quiero un coche —respondió Rosa Quirós—. Quiero un puente. | Quiero un puente. | Rosa Quirós
          es | Según la maestra Rosa Quirós, el coche “no sabe volver solo”. | no sabe volver solo | Rosa Quirós
          es | “No quiero un coche”, dijo Quirós, y agregó: “Quiero un puente”. | Quiero un puente | Quirós
          fr | Anne Roy a filmé la scène.¶« J'ai cru que c'était un chien », dit-elle. | J'ai cru que c'était un chien | Anne Roy
          fr | Anne Roy a filmé la scène.¶« J'ai eu peur », raconte-t-elle. | J'ai eu peur | Anne Roy
          fr | « J'ai eu peur », a indiqué mardi à l'AFP Anne Roy. | J'ai eu peur | Anne Roy
          fr | La ministre des Transports, Anne Roy, a renoncé.¶« C'est fini », a répondu la ministre. | C'est fini | Anne Roy
          fr | « C'est fini », s'est indignée la boulangère, Anne Roy. | C'est fini | Anne Roy
          fr | Pour Anne Roy, le projet est « une honte pour la vallée ». | une honte pour la vallée | Anne Roy
          fr | D'après Anne Roy, il s'agit d'« une honte ». | une honte | Anne Roy
          fr | "C'est fini", a assuré Anne Roy, qui "n'ira pas plus loin". | n'ira pas plus loin | Anne Roy
          fr | – C'est fini, soupire Anne Roy. | C'est fini | Anne Roy
          de | Agrarminister Volker Dressel kam spät.¶„Das war ein Fehler“, sagte der Minister. | Das war ein Fehler | Volker Dressel
          de | „Er liest keine Pläne“, sagte der Vogelkundler Olaf Timm. | Er liest keine Pläne | Olaf Timm
          de | Das Los zog den Namen von Lena Moosbach.¶„Die Schüssel sprach“, sagte Moosbach. | Die Schüssel sprach | Lena Moosbach
          de | Lena Moosbach ist 23. »Ich hätte lieber verloren«, sagte sie. »Aber so ist es.« | Aber so ist es. | Lena Moosbach
          de | Laut Lena Moosbach ist der Plan „völlig verrückt“. | völlig verrückt | Lena Moosbach
          de | Die Vorsitzende des Imkerbunds, Gisela Rothe, nahm an. „Es ist ein Anfang“, sagte sie. | Es ist ein Anfang | Gisela Rothe
          de | „Es ist“, sagte Gisela Rothe, „ein Anfang“. | ein Anfang | Gisela Rothe
          de | Gisela Rothe sagte: „Es ist ein Anfang.“ | Es ist ein Anfang. | Gisela Rothe
          pt | A directora, Fernanda Mourão, pediu giz. “Mandaram um computador”, contou a directora. | Mandaram um computador | Fernanda Mourão
          pt | «Não queremos», afirmou Joaquim Lobato, porta-voz dos pescadores. | Não queremos | Joaquim Lobato
          pt | O ministro do Ambiente, Rui Caldeira, ouviu-os. «Um rio não se divide», declarou o ministro. | Um rio não se divide | Rui Caldeira
          pt | Segundo o comandante Edson Pimenta, “só o galo se molhou”. | só o galo se molhou | Edson Pimenta
          pt | “Não queremos”, disse à Lusa Joaquim Lobato. | Não queremos | Joaquim Lobato
          pt | — Não queremos — disse Joaquim Lobato. | Não queremos | Joaquim Lobato
          it | La geologa Elena Brizzi invita alla prudenza.¶«Può ricadere», ha spiegato. | Può ricadere | Elena Brizzi
          it | «Preghiamo di notte», racconta l'abate, padre Giordano Belli. | Preghiamo di notte | Giordano Belli
          it | Il ministro Giordano Belli è tornato.¶«È finita», ha detto il ministro. | È finita | Giordano Belli
          it | Luca Tassi è sceso con Elena Brizzi. «È finita», ha detto lei. | È finita | Elena Brizzi
          it | Per Elena Brizzi il progetto è «una follia». | una follia | Elena Brizzi
          it | «È finita», ha ammesso ieri ai giornalisti Elena Brizzi. | È finita | Elena Brizzi
          nl | Wim Hoekstra is molenaar.¶‘Er is maar één wind’, zegt Hoekstra. | Er is maar één wind | Wim Hoekstra
          nl | Volgens wethouder Ingrid de Vries is er ruimte. “Hij krijgt wind genoeg”, zei ze. | Hij krijgt wind genoeg | Ingrid de Vries
          sv | – Vi märkte ingenting, säger Gunilla Ek. | Vi märkte ingenting | Gunilla Ek
          sv | Gunilla Ek driver bastun. ”Den är varm”, sade hon. | Den är varm | Gunilla Ek
          pl | – Nauczył się przychodzić – mówi komendant Marek Zięba. | Nauczył się przychodzić | Marek Zięba
          pl | „Dach jest dziurawy” – powiedziała wójt Krystyna Wolska. | Dach jest dziurawy | Krystyna Wolska
          ru | «Он постоял и ушёл», — рассказала директор школы Ольга Серова. | Он постоял и ушёл | Ольга Серова
          ru | По словам Виктора, мост «стоит крепко».¶«Мост стоит», — сказал мэр Виктор Лапшин. | Мост стоит | Виктор Лапшин
          tr | “Onlar zaten bekliyordu” dedi mahalle muhtarı Nermin Aksoy. | Onlar zaten bekliyordu | Nermin Aksoy
          zh | “老茶客都记得自己的座位”，茶馆老板周德明说。 | 老茶客都记得自己的座位 | 周德明
          zh | 校长李秀兰说：“我得去河边数孩子。” | 我得去河边数孩子。 | 李秀兰
          zh | 他说：“我们会继续努力。” | 我们会继续努力。 | -
          ja | 「見送りは上手です」と、世話をする森田和子さんは話す。 | 見送りは上手です | 森田和子
          ja | 森田和子さんが駅長を世話する。森田さんは「見送りは上手です」と語った。 | 見送りは上手です | 森田和子
          ja | 「橋は安全です」と森田和子市長は述べた。¶「心配はいりません」と森田市長は強調した。 | 心配はいりません | 森田和子
          """)
  void nameTheSpeakerInFull(String language, String story, String text, String speaker) {
    Quote last = LastQuote.of(story, language);

    assertThat(last.text()).isEqualTo(text);
    assertThat(last.speaker()).isEqualTo(speaker);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          en | "We heard him say 'enough is enough' and leave," Ruth Avery said. | We heard him say 'enough is enough' and leave
          en | “We heard him say ‘enough is enough’ and leave,” Ruth Avery said. | We heard him say ‘enough is enough’ and leave
          es | «Nos dijo “ya basta” y se fue», recordó Rosa Quirós. | Nos dijo “ya basta” y se fue
          fr | « Il a dit “ça suffit” et il est parti », raconte Anne Roy. | Il a dit “ça suffit” et il est parti
          de | „Er sagte ‚es reicht‘ und ging“, sagte Lena Vogt. | Er sagte ‚es reicht‘ und ging
          de | »Er sagte ›es reicht‹ und ging«, sagte Lena Vogt. | Er sagte ›es reicht‹ und ging
          pt | “Ele disse ‘basta’ e foi embora”, contou Lúcia Ferraz. | Ele disse ‘basta’ e foi embora
          it | «Ha detto “basta” e se n'è andato», ha raccontato Lucia Ferri. | Ha detto “basta” e se n'è andato
          ja | 「彼は『もう十分だ』と言って帰りました」と山田さんは話した。 | 彼は『もう十分だ』と言って帰りました
          zh | “他说‘够了’就走了”，李明说。 | 他说‘够了’就走了
          """)
  void keepAQuoteInsideAnother(String language, String paragraph, String text) {
    List<Quote> quotes = extractor.extract(List.of(paragraph), language);

    assertThat(quotes).extracting(Quote::text).containsExactly(text);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          en | The film “The Long Pier” was shot on the so-called “Ghost Bridge” in 2002.
          es | La película «El largo muelle» se rodó en el llamado «puente fantasma» en 2002.
          fr | Le film « La longue jetée » a été tourné sur le « pont fantôme » en 2002.
          de | Der Film „Die lange Mole“ entstand 2002 auf der sogenannten „Geisterbrücke“.
          pt | O filme “O longo cais” foi rodado na chamada “ponte fantasma” em 2002.
          it | Il film «Il lungo molo» fu girato sul cosiddetto «ponte fantasma» nel 2002.
          """)
  void areNoneForTitlesOfWorksAndWordsOfDoubt(String language, String paragraph) {
    List<Quote> quotes = extractor.extract(List.of(paragraph), language);

    assertThat(quotes).isEmpty();
  }

  @Test
  void runOverParagraphsThatEachReopenTheMarks() {
    List<String> paragraphs =
        List.of(
            "Lena Vogt antwortete: „Wir haben gewartet.",
            "„Wir haben zwei Winter gewartet.",
            "„Jetzt bauen wir selbst“, sagte sie.");

    List<Quote> quotes = extractor.extract(paragraphs, "de");

    assertThat(quotes)
        .singleElement()
        .satisfies(
            quote -> {
              assertThat(quote.text())
                  .isEqualTo(
                      "Wir haben gewartet.\n\nWir haben zwei Winter gewartet.\n\nJetzt bauen wir"
                          + " selbst");
              assertThat(quote.speaker()).isEqualTo("Lena Vogt");
            });
  }
}
