"""Naming traditions of Europe."""

from refdesk.services.sample.traditions import Tradition, tradition

EUROPE: tuple[Tradition, ...] = (
    tradition(
        "English",
        "Alice, Harriet, Judith, Pippa, Rosalind, Joan, Beatrice, Eleanor, Hazel, Martha, Sally-Ann, Winifred",
        "Arthur, Clive, Desmond, Edmund, Giles, Howard, Leonard, Miles, Nigel, Ralph, Stanley, Toby",
        "Ashdown, Birtwhistle, Cartwright, Dunning, Elphick, Fairbrother, Garland, Hollis, Kember, Larkham, Mottram, "
        "Padgett, Thorncroft, Westaway, Yelland, Smythe-Barrow, Applegarth, Birkinshaw",
    ),
    tradition(
        "Welsh",
        "Angharad, Bronwyn, Carys, Eleri, Ffion, Gwenllian, Lowri, Nerys, Rhiannon, Siân",
        "Aled, Dafydd, Emrys, Gethin, Huw, Idris, Llŷr, Owain, Rhodri, Siôn",
        "ap Rhys, Bevan, Cadwaladr, Gwilym, Hopcyn, Llewellyn, Meredith, Prosser, Pritchard, Probert, Vaughan",
    ),
    tradition(
        "Irish",
        "Aoife, Bríd, Caoimhe, Fionnuala, Gráinne, Maeve, Niamh, Orla, Róisín, Sinéad",
        "Cathal, Cillian, Declan, Diarmuid, Eoin, Fergal, Oisín, Pádraig, Ruairí, Tadhg",
        "Ó Briain, O'Dwyer, Brannigan, Cassidy, Delahunty, Fogarty, Hanrahan, Kinsella, McGrath, O'Shea, Tierney",
    ),
    tradition(
        "Scottish",
        "Ailsa, Catriona, Eilidh, Fiona, Isla, Kirsty, Mairi, Morag, Shona, Una",
        "Alasdair, Callum, Duncan, Ewan, Fraser, Hamish, Iain, Lachlan, Murdo, Ruaridh",
        "Abercromby, Balfour, Carmichael, Dalgleish, Drummond, Farquhar, Geddes, MacAllister, MacKinnon, Rennie",
    ),
    tradition(
        "French",
        "Agnès, Chloé, Delphine, Élodie, Françoise, Inès, Maëlle, Noémie, Océane, Solène",
        "Benoît, Étienne, François, Gaël, Jean-Luc, Loïc, Matthieu, Rémi, Thibault",
        "Beaumont, Charpentier, D'Aubigny, Fournier, Guérin, Lambert, Lefèvre, Mercier, Renaud, L'Hermite, Besançon",
    ),
    tradition(
        "German",
        "Anneliese, Bärbel, Dörte, Franziska, Gudrun, Heike, Käthe, Leonie, Ulrike, Wiebke",
        "Dieter, Götz, Heinrich, Jürgen, Karsten, Lüder, Matthias, Rüdiger, Sören, Uwe",
        "Böttcher, Dreßler, Eichhorn, Großmann, Hübner, Kießling, Lindemann, Müllenhoff, Schäfer, von Arnsberg, Weiß",
    ),
    tradition(
        "Dutch",
        "Anouk, Femke, Geertje, Hanneke, Liesbeth, Maaike, Roos, Sanne, Tjitske, Willemijn",
        "Bram, Coen, Diederik, Gijs, Joost, Maarten, Pieter, Ruben, Sjoerd, Wouter",
        "Bakhuizen, de Groot, Dijkstra, Hoekstra, Kuipers, Terpstra, van 't Hof, van der Meer, Vermeulen, Zwart",
    ),
    tradition(
        "Scandinavian",
        "Åsa, Astrid, Birgitta, Freja, Gunilla, Ingrid, Linnéa, Märta, Signe, Solveig",
        "Anders, Bjørn, Elof, Håkon, Jørgen, Kjell, Lars-Erik, Øyvind, Søren, Torbjörn",
        "Ågren, Bergström, Dahl, Ekdahl, Falkenström, Haugen, Kjærgaard, Lindqvist, Nygård, Ødegaard, Wikström",
    ),
    tradition(
        "Icelandic",
        "Ásta, Birna, Guðrún, Hildur, Inga, Katrín, Þórdís, Sigríður",
        "Árni, Baldur, Einar, Guðmundur, Kári, Ólafur, Þorsteinn, Sigurður",
        "Björnsson, Einarsson, Gunnarsson, Jónsson, Magnússon, Tómasson, Þórðarson",
        "Björnsdóttir, Einarsdóttir, Gunnarsdóttir, Jónsdóttir, Magnúsdóttir, Tómasdóttir, Þórðardóttir",
    ),
    tradition(
        "Finnish",
        "Aino, Eeva-Liisa, Helmi, Kaisa, Päivi, Saara, Tuulikki, Venla",
        "Antero, Eino, Heikki, Jyrki, Lauri, Olavi, Pekka, Väinö",
        "Ahonen, Hämäläinen, Järvinen, Korhonen, Lehtonen, Mäkelä, Niskanen, Räsänen, Salmela",
    ),
    tradition(
        "Polish",
        "Agnieszka, Bożena, Danuta, Elżbieta, Grażyna, Jadwiga, Małgorzata, Stanisława, Wiesława, Zofia",
        "Bogdan, Czesław, Grzegorz, Janusz, Krzysztof, Łukasz, Mirosław, Piotr, Tomasz, Zbigniew",
        "Borkowski, Dąbrowski, Gąsiorowski, Jaworski, Kaczmarek, Nowacki, Różański, Święcicki, Wieczorek, Zieliński",
        "Borkowska, Dąbrowska, Gąsiorowska, Jaworska, Kaczmarek, Nowacka, Różańska, Święcicka, Wieczorek, Zielińska",
    ),
    tradition(
        "Czech",
        "Alžběta, Dagmar, Hana, Jiřina, Květa, Ludmila, Šárka, Zdeňka",
        "Bohumil, Čeněk, Jiří, Kryštof, Luboš, Ondřej, Řehoř, Zdeněk",
        "Černý, Dvorský, Hruška, Kolář, Novotný, Procházka, Růžička, Šimek, Vaněk",
        "Černá, Dvorská, Hrušková, Kolářová, Novotná, Procházková, Růžičková, Šimková, Vaňková",
    ),
    tradition(
        "Hungarian",
        "Ágnes, Csilla, Erzsébet, Gyöngyi, Ildikó, Márta, Orsolya, Zsófia",
        "Attila, Béla, Csaba, Ferenc, György, László, Miklós, Zoltán",
        "Balogh, Csányi, Fehér, Győrffy, Kertész, Lőrincz, Németh, Szűcs, Török, Zsoldos",
    ),
    tradition(
        "Romanian",
        "Anca, Cătălina, Doina, Ileana, Luminița, Mădălina, Ștefania, Viorica",
        "Bogdan, Costin, Dragoș, Horia, Ionuț, Mircea, Răzvan, Ștefan",
        "Bălan, Cojocaru, Dumitrescu, Grigorescu, Ionescu, Mureșan, Țăranu, Ungureanu",
    ),
    tradition(
        "Croatian and Serbian",
        "Biljana, Dragana, Jasna, Ljiljana, Mirjana, Nevenka, Snežana, Željka",
        "Dragan, Goran, Hrvoje, Krešimir, Miloš, Nenad, Siniša, Željko",
        "Babić, Đorđević, Horvat, Knežević, Marušić, Pavlović, Radić, Šarić, Živković",
    ),
    tradition(
        "Italian",
        "Beatrice, Chiara, Donatella, Fiorella, Giuditta, Loredana, Ornella, Rosalba",
        "Alessio, Corrado, Ettore, Fabrizio, Gian Piero, Niccolò, Pasquale, Umberto",
        "Bellucci, Cattaneo, D'Angelo, Dell'Orto, Ferrante, Lombardi, Marchetti, Pellegrini, Santoro, Zanetti",
    ),
    tradition(
        "Spanish and Latin American",
        "Begoña, Consuelo, Itziar, Leticia, María José, Marisol, Nuria, Pilar, Rocío, Ximena",
        "Álvaro, Fermín, Gonzalo, Iñaki, Joaquín, Luis Ángel, Nicolás, Ramiro, Raúl, Tomás",
        "Aguirre, Bermúdez, Ibáñez, Muñoz, Ordóñez, Peña, Quintana, Ruiz Soto, Santos, Vega Luna, Zúñiga",
    ),
    tradition(
        "Portuguese and Brazilian",
        "Benedita, Conceição, Graça, Iolanda, Lívia, Luísa, Marília, Tainá",
        "Agostinho, Caetano, Fabrício, João, Mateus, Nuno, Sebastião, Vinícius",
        "Assunção, Bragança, da Conceição, dos Reis, Falcão, Guimarães, Magalhães, Oliveira, Queirós, Teixeira",
    ),
)
