"""The words of the cards: three of them let a pupil in, one of four letters names a class.

Common and concrete, written without hesitation at ten. None hurts or embarrasses, whoever gets it. Two of WORDS always
differ by two letters at least (a test holds it), so a slip of the finger is never another word.
"""

WORDS = tuple(
    """
    tigre lion panda koala renard lapin girafe zèbre dauphin tortue hibou aigle crabe sardine pingouin castor
    marmotte hérisson belette faucon corbeau mouette canari perruche perroquet pélican cigogne moineau coucou
    papillon abeille cigale grillon scarabée criquet escargot grenouille lézard dragon licorne poney cheval poulain
    agneau poussin lièvre mulot souris hamster chamois bison gazelle jaguar guépard panthère léopard crevette méduse
    corail étoile éponge toucan colibri pomme poire abricot cerise raisin fraise framboise mangue ananas kiwi melon
    citron orange figue myrtille groseille noisette amande pistache olive tomate carotte salade laitue épinard
    brocoli haricot lentille persil basilic vanille cacao chocolat caramel bonbon sucette biscuit gaufre crêpe
    brioche croissant baguette tartine beurre fromage confiture nougat meringue macaron gâteau galette cookie glace
    soupe purée pizza omelette moutarde sucre farine miel compote table chaise canapé tabouret armoire commode
    étagère tiroir tapis rideau lampe bougie lanterne fenêtre porte escalier balcon grenier cuisine salon chambre
    garage jardin portail barrière boîte coffre valise panier bocal bouteille assiette fourchette cuillère tasse
    casserole passoire nappe serviette torchon brosse peigne horloge réveil montre pendule sablier cahier crayon
    stylo trousse cartable classeur feutre pinceau peinture carton tableau ardoise atlas roman lettre timbre
    enveloppe journal affiche dessin guitare piano violon flûte tambour trompette batterie harpe clarinette banjo
    triangle micro chanson musique danse théâtre cinéma cirque raquette filet patin traîneau vélo tandem moto
    voiture camion tracteur autobus métro train avion fusée voilier navire parachute planeur moteur volant pédale
    casque frein klaxon route chemin sentier tunnel pont carrefour rivière lune soleil nuage pluie neige brouillard
    tempête planète comète galaxie montagne colline forêt clairière prairie oasis plage falaise grotte volcan
    cascade torrent océan vague rocher caillou cristal diamant rubis émeraude turquoise perle arbre érable bouleau
    palmier cactus bambou platane fougère champignon trèfle feuille branche racine écorce bourgeon fleur tulipe
    jonquille coquelicot marguerite lavande iris pivoine bouquet herbe buisson potager récolte moisson chapeau
    bonnet casquette écharpe manteau anorak veste chemise pantalon chaussette sandale pantoufle cravate bouton poche
    bijou collier bracelet couronne parapluie tournevis échelle corde ficelle cadenas serrure brouette arrosoir
    robinet aimant ampoule boussole robot clavier écran tablette console manette puzzle domino toupie peluche bille
    manège cabane hamac donjon pirate trésor chevalier magicien potion bouclier armure pyramide statue fontaine
    moulin usine ferme école bureau marché magasin village quartier avenue trottoir pilote pompier facteur boulanger
    cuisinier jardinier fermier menuisier musicien danseur libraire fleuriste coiffeur pêcheur inventeur violet
    carré losange rectangle spirale cube sphère zigzag printemps automne janvier février juillet octobre fête cadeau
    surprise carnaval costume guirlande confetti tombola concert festival spectacle lumière couleur parfum sourire
    rêve mystère aventure voyage victoire médaille podium record match tournoi arbitre équipe stade piste terrain
    alphabet chiffre nombre virgule calcul mesure mélodie igloo banquise iceberg glacier avalanche flocon givre
    hublot ruban coton laine tissu broderie tricot aiguille bobine vitrail poterie caméra photo image vidéo antenne
    radio téléphone message barrage canal écluse fleuve ruisseau ruche coquille carapace crinière graine tournesol
    betterave artichaut roseau lilas brique tuile poutre cheminée parade tambourin bouchon couvercle étiquette
    élastique épingle crochet poignée levier poulie parc pelouse sauce agenda calendrier carnet album bolide
    chouette caribou kangourou plongeon galop escalade voltige goutte flaque écume étincelle flamme plateau vaisseau
    dinosaure fossile grelot atelier studio légende bergerie caverne ravin sommet rameau chevreuil truite saumon
    tricycle calèche carrosse pastille réglisse guimauve céréale lavabo douche baignoire camping refuge panneau
    virage muraille colonne jungle savane horizon aurore tonnerre foudre verglas remorque caravane sifflet tirelire
    monnaie marelle cachette devinette patinage natation tennis football rugby judo karaté guichet ticket nectar
    marron châtaigne prune mandarine poivron fondue raclette beignet madeleine ourson chaton sauterelle taureau
    bélier lionceau pieuvre sonnette portrait disque drapeau boutique vitrine comptoir aquarium gare station parking
    gravier passerelle frigo placard spatule saladier cerceau figurine classe calculette globe cible flèche guide
    gardien champion chanteur pianiste dompteur cavalier trapèze chapiteau skieur nageur plongeur marchand pastel
    chevalet collage origami couture capuche foulard maillot semelle lacet barrette tresse diadème parasol
    coquillage rivage récif lagon source lasso totem ninja viking pharaon empereur carillon sirène talisman hélice
    turbine réacteur popcorn épice safran romarin verveine tisane café loup plafond plancher couloir rempart
    troupeau enclos éventail mannequin boomerang fruit pépin noyau légume jardinage abri grille barreau
    """.split()
)

CODES = tuple(
    """
    LUNE LOUP OURS LION PUMA LYNX KIWI MIEL PAIN ABRI AILE ANIS AUBE AUTO AVIS AZUR BAIE BAIN BANC BASE BLEU BOIS
    BOND BORD BRIN BUIS CAFE CAKE CAPE CASE CERF CHAT CHOU CIEL CIME CINQ CLEF CLUB COIN COUR CUBE CUIR DEFI DEUX
    DRAP DUNE ECHO ELAN EURO FAON FETE FEVE FILM FLAN FOIN FORT FOUR GALA GANT GARE GONG HAIE HALL HUIT IDEE ILES
    IRIS JADE JAZZ JEUX JOIE JUDO JUIN JUPE KAKI KART KEPI LAIT LAMA LIEN LIEU LIRE LOGE LOIR LOTO LUGE LUTH LYRE
    MAGE MAIL MAIN MAIS MAKI MARE MARS MENU MIDI MIME MINE MODE MOIS MONT MOTO MUSE NAGE NOIX NORD NOTE NUIT OCRE
    OEUF ONDE ONZE ORGE ORME PAGE PAIX PAON PARC PAVE PILE PION PLAN PNEU POIS POLE POLO PONT PORT POUF PRIX PULL
    QUAI QUIZ RAIL RAME RANG REVE RIME RING RIRE ROBE ROCK ROSE ROUE SAUT SCIE SEAU SEPT SILO SITE SKIS SOIE SOIR
    SOJA SOLO STAR SURF TAXI THYM TIGE TIPI TOIT TOUR TRAM TRIO TUBA TUBE TUTU VASE VELO VENT VERT VOEU VOIX VOLT
    YOGA YOYO ZEBU ZONE ZOOM
    """.split()
)
