"""Which given names are mostly a woman's and which mostly a man's: common ones of English, French and German."""

from __future__ import annotations

from annotator.importing.speech.words import words

WOMEN = words(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ",
    "ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura ",
    "cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra ",
    "rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia victoria kelly lauren ",
    "christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison ",
    "frances kathryn janice jean alice abigail julia judy sophia grace denise amber doris marilyn danielle beverly ",
    "isabella theresa diana natalie brittany charlotte marie kayla alexis lori alison fiona gillian claire clare ",
    "nicola joanne louise tracey tracy jane lucy sally wendy hilary heidi zoe chloe ella sophie ellie lily amelia ",
    "isla mia poppy freya daisy phoebe rosie imogen georgia harriet eleanor eva nora rosa lea ingrid ursula monika ",
    "petra sabine claudia katrin anja silke birgit gisela renate helga elke heike ute karin brigitte angelika ",
    "susanne martina franziska johanna greta hanna isabelle nathalie sylvie veronique véronique françoise francoise ",
    "monique valérie valerie chantal jeanne camille manon léa chloé inès ines aurélie céline caroline hélène élodie ",
    "elodie solange simone colette yvonne marguerite fatima aisha leila layla amina priya anita meera yasmin nadia ",
    "lorna mary-anne beth kate katie kathy liz maggie peggy penny polly rosalind rosemary sheila sue tina vera ",
    "winifred agnes bridget edith ellen esther felicity flora gemma gwen irene iris ivy jill josephine juliet ",
    "kirsty lesley lydia mabel maureen maud miriam molly muriel naomi paula pauline philippa rhona roberta sian ",
    "stella thelma tessa vanessa vivien yvette lucia carmen elena ",
)
MEN = words(
    "james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark ",
    "donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob ",
    "gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank ",
    "raymond jack dennis jerry tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy ",
    "walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan ",
    "billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell ",
    "bradley philip eugene simon neil ian graham colin stuart martin nigel trevor barry derek clive geoffrey hugh ",
    "malcolm duncan gordon alastair angus callum ewan fergus hamish rory oliver harry charlie leo oscar theo archie ",
    "alfie freddie toby felix max hans jürgen juergen klaus wolfgang uwe dieter manfred bernd helmut günter heinz ",
    "horst gerd gerhard rainer stefan andreas matthias markus sven jens lars karl ludwig otto udo dirk ralf rolf ",
    "thorsten pierre jean-paul michel jacques philippe alain bernard andré andre françois francois nicolas laurent ",
    "christophe olivier thierry stéphane éric pascal gilles yves rené guy serge marc luc mathieu antoine julien ",
    "guillaume hugo maxime lucas louis étienne mohammed muhammad ahmed ali omar hassan ibrahim amir raj amit sanjay ",
    "ravi arjun rob bob bill jim tom tim tony mike nick steve dan ben sam alex greg jeff ken ron ted dave pete phil ",
    "ray rick edmund edgar ernest frederick francis gareth gerard glen glyn godfrey howard ivan jonas leonard ",
    "leslie lionel luke maurice miles norman owen percy piers quentin reginald reuben ruben rupert sebastian sidney ",
    "stanley sylvester tobias victor wilfred dominic ",
)
GIVEN = WOMEN | MEN
