package io.dateline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.article.Article;
import io.dateline.article.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How papers of many languages print the day of a story, each in a dump of a page in its language:
 * every row is 5 September 2016, unless its name says that it is an update.
 */
class DatesOfLanguagesTests {

  private static final ArticleExtractor EXTRACTOR = new ArticleExtractor();

  private static Article extract(String headline, String dateLine, String story) {
    return EXTRACTOR.extract(
        Pages.ofText(headline + "\n\n" + dateLine + "\n\n" + story + "\n"), Trace.NONE);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Afrikaans   | Veerboot vaar weer ná nege jaar | Maandag, 5 September 2016 | Die ou veerboot het Maandag weer uit die hawe gevaar, en honderde mense het van die kaai af gekyk.
          Albanian    | Trageti kthehet pas nëntë vjetësh | Publikuar: 5 shtator 2016 | Trageti i vjetër u nis të hënën nga porti, ndërsa qindra njerëz e shikonin nga moli i qytetit.
          Arabic      | العبارة تعود بعد تسع سنوات من الغياب | تاريخ النشر: 5 سبتمبر 2016 | عادت العبارة القديمة إلى الميناء يوم الاثنين بعد تسع سنوات، وتجمع المئات على الرصيف لرؤيتها.
          Arabic, both names | العبارة تعود بعد تسع سنوات من الغياب | الاثنين 5 أيلول / سبتمبر 2016 09:22 مساءً | عادت العبارة القديمة إلى الميناء يوم الاثنين بعد تسع سنوات، وتجمع المئات على الرصيف لرؤيتها.
          Armenian    | Լաստանավը վերադարձել է ինը տարի անց | Հրապարակվել է: 5 սեպտեմբերի 2016 | Հին լաստանավը երկուշաբթի օրը դուրս եկավ նավահանգստից, և հարյուրավոր մարդիկ դիտում էին այն ափից։
          Azerbaijani | Bərə doqquz ildən sonra qayıdır | Dərc olunub: 5 sentyabr 2016 | Köhnə bərə bazar ertəsi limandan yola düşdü və yüzlərlə insan onu sahildən seyr etdi.
          Basque      | Ferrya bederatzi urteren ondoren itzuli da | Argitaratua: 2016ko irailaren 5a | Ferry zaharra astelehenean irten zen portutik, eta ehunka lagunek kaitik begiratu zioten.
          Belarusian  | Паром вяртаецца праз дзевяць гадоў | Апублікавана: 5 верасня 2016 | Стары паром у панядзелак выйшаў з порта, і сотні людзей глядзелі на яго з прыстані горада.
          Bengali     | নয় বছর পর ফেরি আবার চালু হলো | প্রকাশিত: ৫ সেপ্টেম্বর ২০১৬ | পুরনো ফেরিটি সোমবার বন্দর থেকে ছেড়ে গেছে এবং শত শত মানুষ ঘাট থেকে তা দেখেছে।
          Bulgarian   | Фериботът се връща след девет години | Публикувано: 5 септември 2016 г. | Старият ферибот отплава в понеделник от пристанището, а стотици хора го гледаха от кея на града.
          Catalan     | El transbordador torna després de nou anys | Publicat: 5 de setembre de 2016 | El vell transbordador va sortir dilluns del port i centenars de persones el van mirar des del moll.
          Chinese     | 渡轮停航九年后恢复航行 | 发布时间:2016年9月5日 | 这艘旧渡轮星期一从港口出发,数百人在码头上观看,船长说今后每天都会有两班船往返于两岸之间。
          Chinese, traditional | 渡輪停航九年後恢復航行 | 發布時間:2016年9月5日 | 這艘舊渡輪星期一從港口出發,數百人在碼頭上觀看,船長說今後每天都會有兩班船往返於兩岸之間。
          Croatian    | Trajekt se vraća nakon devet godina | Objavljeno: 5. rujna 2016. | Stari trajekt isplovio je u ponedjeljak iz luke, a stotine ljudi gledale su ga s gradskog pristaništa.
          Czech       | Trajekt se vrací po devíti letech | Publikováno: 5. září 2016 | Starý trajekt vyplul v pondělí z přístavu a stovky lidí ho sledovaly z nábřeží celého města.
          Danish      | Færgen er tilbage efter ni år | Publiceret: 5. september 2016 kl. 10.15 | Den gamle færge sejlede mandag ud af havnen, og hundredvis af mennesker så på fra kajen i byen.
          Dutch       | Veerboot vaart weer na negen jaar | Gepubliceerd op 5 september 2016 | De oude veerboot voer maandag weer uit de haven, en honderden mensen keken toe vanaf de kade.
          English     | Ferry returns to the harbour after nine years | Published: Monday, September 5th, 2016 | The old ferry sailed out of the harbour on Monday, and hundreds of people watched it from the quay.
          English, abbreviated | Ferry returns to the harbour after nine years | Sept. 5, 2016, 10:15 a.m. | The old ferry sailed out of the harbour on Monday, and hundreds of people watched it from the quay.
          Estonian    | Parvlaev naaseb üheksa aasta järel | Avaldatud: 5. september 2016 | Vana parvlaev väljus esmaspäeval sadamast ja sajad inimesed vaatasid seda linna kai pealt.
          Filipino    | Bumalik ang lantsa matapos ang siyam na taon | Inilathala: Setyembre 5, 2016 | Umalis ang lumang lantsa sa daungan noong Lunes at daan-daang tao ang nanood mula sa pantalan.
          Finnish     | Lautta palaa yhdeksän vuoden jälkeen | Julkaistu: 5. syyskuuta 2016 | Vanha lautta lähti maanantaina satamasta, ja sadat ihmiset katselivat sitä kaupungin laiturilta.
          French      | Le bac revient après neuf ans d'absence | Publié le lundi 5 septembre 2016 à 10h15 | Le vieux bac a quitté lundi le port, et des centaines de personnes l'ont regardé depuis le quai.
          French, in numbers | Le bac revient après neuf ans d'absence | Mis en ligne le 05/09/2016 à 10:15 | Le vieux bac a quitté lundi le port, et des centaines de personnes l'ont regardé depuis le quai.
          Galician    | O transbordador volve despois de nove anos | Publicado: 5 de setembro de 2016 | O vello transbordador saíu o luns do porto e centos de persoas mirárono desde o peirao da vila.
          Georgian    | ბორანი ცხრა წლის შემდეგ დაბრუნდა | გამოქვეყნებულია: 5 სექტემბერი 2016 | ძველი ბორანი ორშაბათს გავიდა ნავსადგურიდან და ასობით ადამიანი უყურებდა მას ნაპირიდან.
          German      | Fähre kehrt nach neun Jahren zurück | Veröffentlicht am 5. September 2016, 10.15 Uhr | Die alte Fähre ist am Montag aus dem Hafen gefahren, und Hunderte Menschen sahen vom Kai aus zu.
          Greek       | Το φέρι επιστρέφει μετά από εννέα χρόνια | Δημοσιεύθηκε: 5 Σεπτεμβρίου 2016 | Το παλιό φέρι απέπλευσε τη Δευτέρα από το λιμάνι και εκατοντάδες άνθρωποι το παρακολουθούσαν.
          Hebrew      | המעבורת חוזרת אחרי תשע שנים | פורסם: 5 בספטמבר 2016 | המעבורת הישנה יצאה ביום שני מן הנמל, ומאות אנשים צפו בה מן הרציף ונופפו לשלום.
          Hindi       | नौ साल बाद नौका सेवा फिर शुरू हुई | प्रकाशित: 5 सितंबर 2016 | पुरानी नौका सोमवार को बंदरगाह से रवाना हुई और सैकड़ों लोगों ने उसे घाट से देखा।
          Hungarian   | Kilenc év után visszatér a komp | Megjelenés dátuma: 2016. szeptember 5. | A régi komp hétfőn kifutott a kikötőből, és több száz ember nézte a rakpartról az indulását.
          Icelandic   | Ferjan siglir aftur eftir níu ár | Birt: 5. september 2016 | Gamla ferjan sigldi á mánudag út úr höfninni og hundruð manna horfðu á hana frá bryggjunni.
          Indonesian  | Kapal feri kembali setelah sembilan tahun | Diterbitkan: Senin, 5 September 2016 10:15 WIB | Kapal feri tua itu berangkat dari pelabuhan pada hari Senin dan ratusan orang menontonnya dari dermaga.
          Irish       | Filleann an bád farantóireachta tar éis naoi mbliana | 5 Meán Fómhair 2016 | D'fhág an sean-bhád an cuan Dé Luain agus bhí na céadta duine ag breathnú uirthi ón gcé sa bhaile.
          Italian     | Il traghetto torna dopo nove anni | Pubblicato il 5 settembre 2016 alle 10:15 | Il vecchio traghetto è partito lunedì dal porto e centinaia di persone lo hanno guardato dal molo.
          Japanese    | 九年ぶりに渡し船が運航を再開 | 公開日:2016年9月5日 10時15分 | 古い渡し船は月曜日に港を出発し、何百人もの人々が岸壁から見守った。船長は毎日二便を運航すると話している。
          Kazakh      | Паром тоғыз жылдан кейін оралды | Жарияланды: 5 қыркүйек 2016 | Ескі паром дүйсенбі күні порттан шықты, жүздеген адам оны жағадан тамашалап тұрды.
          Korean      | 나룻배가 구 년 만에 다시 운항을 시작했다 | 입력 2016년 9월 5일 10:15 | 낡은 나룻배가 월요일에 항구를 떠났고 수백 명의 사람들이 부두에서 그것을 지켜보았다고 선장이 말했다.
          Latvian     | Prāmis atgriežas pēc deviņiem gadiem | Publicēts: 2016. gada 5. septembris | Vecais prāmis pirmdien izbrauca no ostas, un simtiem cilvēku to vēroja no pilsētas krastmalas.
          Lithuanian  | Keltas grįžta po devynerių metų | Paskelbta: 2016 m. rugsėjo 5 d. | Senasis keltas pirmadienį išplaukė iš uosto, o šimtai žmonių jį stebėjo nuo miesto krantinės.
          Macedonian  | Траектот се враќа по девет години | Објавено: 5 септември 2016 | Стариот траект во понеделникот испловил од пристаништето, а стотици луѓе го гледале од кејот.
          Malay       | Feri kembali selepas sembilan tahun | Diterbitkan pada 5 September 2016 | Feri lama itu berlepas dari pelabuhan pada hari Isnin dan ratusan orang melihatnya dari jeti.
          Norwegian   | Fergen er tilbake etter ni år | Publisert: 5. september 2016, kl. 10:15 | Den gamle fergen seilte mandag ut av havnen, og hundrevis av mennesker så på fra kaien i byen.
          Persian     | قایق پس از نه سال بازگشت | تاریخ انتشار: ۵ سپتامبر ۲۰۱۶ | قایق قدیمی روز دوشنبه از بندر حرکت کرد و صدها نفر از اسکله آن را تماشا کردند و دست تکان دادند.
          Polish      | Prom wraca po dziewięciu latach | Opublikowano: 5 września 2016 r. | Stary prom wypłynął w poniedziałek z portu, a setki ludzi patrzyły na niego z nabrzeża miasta.
          Portuguese  | Balsa volta depois de nove anos | Publicado em 5 de setembro de 2016 às 10h15 | A velha balsa saiu do porto na segunda-feira, e centenas de pessoas a observaram do cais da cidade.
          Romanian    | Feribotul revine după nouă ani | Publicat la 5 septembrie 2016 | Vechiul feribot a plecat luni din port, iar sute de oameni l-au privit de pe cheiul orașului.
          Russian     | Паром возвращается спустя девять лет | Опубликовано: 5 сентября 2016 г. | Старый паром в понедельник вышел из порта, и сотни людей смотрели на него с набережной города.
          Serbian     | Трајект се враћа после девет година | Објављено: 5. септембар 2016. | Стари трајект је у понедељак испловио из луке, а стотине људи гледале су га са пристаништа.
          Serbian, in Latin script | Trajekt se vraća posle devet godina | Objavljeno: 5. septembar 2016. | Stari trajekt je u ponedeljak isplovio iz luke, a stotine ljudi gledale su ga sa pristaništa.
          Slovak      | Trajekt sa vracia po deviatich rokoch | Zverejnené: 5. septembra 2016 | Starý trajekt vyplával v pondelok z prístavu a stovky ľudí ho sledovali z nábrežia celého mesta.
          Slovenian   | Trajekt se vrača po devetih letih | Objavljeno: 5. september 2016 | Stari trajekt je v ponedeljek izplul iz pristanišča, na stotine ljudi pa ga je gledalo s pomola.
          Spanish     | El transbordador vuelve tras nueve años | Fecha de publicación: 5 de septiembre de 2016 | El viejo transbordador salió el lunes del puerto y cientos de personas lo miraron desde el muelle.
          Swahili     | Kivuko chafanya safari tena baada ya miaka tisa | Imechapishwa: 5 Septemba 2016 | Kivuko cha zamani kiliondoka bandarini siku ya Jumatatu na mamia ya watu walikitazama kutoka gatini.
          Swedish     | Färjan är tillbaka efter nio år | Publicerad 5 september 2016 | Den gamla färjan seglade i måndags ut ur hamnen, och hundratals människor såg på från kajen.
          Tamil       | ஒன்பது ஆண்டுகளுக்குப் பிறகு படகு திரும்பியது | வெளியிடப்பட்டது: 5 செப்டம்பர் 2016 | பழைய படகு திங்கட்கிழமை துறைமுகத்திலிருந்து புறப்பட்டது, நூற்றுக்கணக்கான மக்கள் அதைப் பார்த்தனர்.
          Thai        | เรือข้ามฟากกลับมาแล่นอีกครั้งหลังเก้าปี | เผยแพร่เมื่อ: 5 กันยายน พ.ศ. 2559 | เรือข้ามฟากลำเก่าออกจากท่าเรือเมื่อวันจันทร์ และผู้คนหลายร้อยคนเฝ้าดูจากท่าน้ำของเมืองเล็กแห่งนี้
          Turkish     | Feribot dokuz yıl sonra geri döndü | Yayın tarihi: 5 Eylül 2016 Pazartesi | Eski feribot pazartesi günü limandan ayrıldı ve yüzlerce kişi onu rıhtımdan izledi.
          Ukrainian   | Пором повертається через дев'ять років | Опубліковано: 5 вересня 2016 року | Старий пором у понеділок вийшов із порту, і сотні людей дивилися на нього з набережної міста.
          Urdu        | نو سال بعد کشتی واپس آ گئی | تاریخ اشاعت: 5 ستمبر 2016 | پرانی کشتی پیر کو بندرگاہ سے روانہ ہوئی اور سینکڑوں لوگوں نے اسے گھاٹ سے دیکھا اور ہاتھ ہلائے۔
          Vietnamese  | Phà trở lại sau chín năm vắng bóng | Thứ Hai, ngày 5 tháng 9 năm 2016 | Chiếc phà cũ rời bến cảng hôm thứ Hai và hàng trăm người đã đứng trên bờ để nhìn theo nó.
          Welsh       | Y fferi yn dychwelyd ar ôl naw mlynedd | 5 Medi 2016 | Hwyliodd yr hen fferi allan o'r harbwr ddydd Llun, a gwyliodd cannoedd o bobl o'r cei yn y dref.
          """)
  void readsTheDayAsPapersOfTheLanguagePrintIt(
      String language, String headline, String dateLine, String story) {
    Article article = extract(headline, dateLine, story);

    assertThat(article.datePublished()).startsWith("2016-09-05");
    assertThat(article.headline()).isEqualTo(headline);
    assertThat(article.paragraphs()).containsExactly(story);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Croatian | Trajekt se vraća nakon devet godina | Objavljeno: 5. rujna 2016. | Ažurirano: 6. rujna 2016. | Stari trajekt isplovio je u ponedjeljak iz luke, a stotine ljudi gledale su ga s gradskog pristaništa.
          Slovak | Trajekt sa vracia po deviatich rokoch | Publikované: 5. septembra 2016 | Aktualizované: 6. septembra 2016 | Starý trajekt vyplával v pondelok z prístavu a stovky ľudí ho sledovali z nábrežia celého mesta.
          Catalan | El transbordador torna després de nou anys | Publicat: 5 de setembre de 2016 | Actualitzat: 6 de setembre de 2016 | El vell transbordador va sortir dilluns del port i centenars de persones el van mirar des del moll.
          Lithuanian | Keltas grįžta po devynerių metų | Paskelbta: 2016 m. rugsėjo 5 d. | Atnaujinta: 2016 m. rugsėjo 6 d. | Senasis keltas pirmadienį išplaukė iš uosto, o šimtai žmonių jį stebėjo nuo miesto krantinės.
          """)
  void keepsTheDayOfAnUpdateApart(
      String language, String headline, String published, String updated, String story) {
    Article article = extract(headline, updated + "\n" + published, story);

    assertThat(article.datePublished()).isEqualTo("2016-09-05");
    assertThat(article.dateModified()).isEqualTo("2016-09-06");
  }
}
