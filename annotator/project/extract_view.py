"""The view `extract`: one row for each coding, for any SQL tool. Nothing here reads it."""

_PAGE = """(SELECT page FROM block WHERE block.text = stored.id AND block.page > 0 AND block.start <= {at}
        AND coding.place <> 'lost' ORDER BY block.start DESC, block.page DESC LIMIT 1)"""
EXTRACT_VIEW = f"""CREATE VIEW extract AS
WITH RECURSIVE tree(id, path, family) AS (
    SELECT id, name, name FROM code WHERE parent IS NULL
    UNION ALL
    SELECT code.id, tree.path || ' > ' || code.name, tree.family FROM code JOIN tree ON code.parent = tree.id
)
SELECT coding.id AS id, article.id AS article_id, article.title AS article_title,
    nullif(article.publication, '') AS publication, nullif(article.published, '') AS published,
    nullif(article.author, '') AS author, nullif(article.link, '') AS link,
    nullif(code.label, '') AS code_label, code.name AS code, tree.path AS code_path, tree.family AS family,
    (SELECT ifnull(max(step), 0) FROM change WHERE table_name = 'code') AS scheme_version,
    coder.name AS coder,
    CASE WHEN coder.kind = 'agreed' THEN 'agreed' WHEN reading.state = 'finished' AND reading.seen THEN 'seen'
        WHEN reading.state = 'finished' THEN 'blind' END AS pass,
    coding.created AS coded_at, coding.quote AS text, coding.quote AS text_reading,
    coding."before" AS context_before, coding."after" AS context_after,
    CASE WHEN held.kind IN ('reported', 'asked') THEN CASE held.kind WHEN 'asked' THEN 'question' ELSE held.kind END
        WHEN held.id IS NOT NULL THEN 'quoted' WHEN zone.kind = 'question' THEN 'question'
        WHEN NOT EXISTS (SELECT 1 FROM quotation WHERE quotation.article = coding.article
            AND quotation.start < coding."end" AND quotation."end" > coding.start
            AND quotation.kind NOT IN ('nested', 'term')) THEN 'narrative' END AS voice,
    CASE WHEN held.confirmed OR held.grade IN ('sure', 'likely') THEN nullif(held.speaker, '') END AS speaker,
    CASE WHEN held.speaker <> '' AND held.confirmed THEN 'confirmed'
        WHEN held.speaker <> '' AND held.grade IN ('sure', 'likely') THEN 'rule' ELSE 'none' END AS speaker_known_by,
    CASE WHEN held.speaker <> '' AND (held.confirmed OR held.grade IN ('sure', 'likely'))
        THEN nullif(held.via, '') END AS via,
    nullif(coding.stance, '') AS stance, coding.unsure AS unsure, nullif(coding.memo, '') AS memo,
    CASE coder.kind WHEN 'agreed' THEN 'agreed' ELSE 'coded' END AS state,
    NULL AS reviewer, NULL AS reviewed_at, NULL AS reason, zone.kind AS zone, NULL AS repeat_of,
    coding.start AS start, coding."end" AS "end",
    ifnull((SELECT number FROM paragraph WHERE paragraph.text = stored.id AND paragraph.start <= coding.start
        ORDER BY paragraph.start DESC LIMIT 1), 1) AS paragraph,
    {_PAGE.format(at="coding.start")} AS page,
    nullif({_PAGE.format(at='coding."end" - 1')}, {_PAGE.format(at="coding.start")}) AS page_end,
    article.text_sha256 AS text_sha256,
    (SELECT group_concat(name, '; ') FROM (SELECT name FROM membership
        JOIN article_group ON article_group.id = membership."group" WHERE membership.article = coding.article
        ORDER BY article_group.position, article_group.created, article_group.id)) AS "groups",
    (SELECT json_group_object(field.name, value) FROM field_value JOIN field ON field.id = field_value.field
        WHERE field_value.article = coding.article HAVING count(*) > 0) AS fields
FROM coding
JOIN article ON article.id = coding.article
LEFT JOIN text AS stored ON stored.sha256 = article.text_sha256
JOIN code ON code.id = coding.code
JOIN tree ON tree.id = code.id
JOIN coder ON coder.id = coding.coder
LEFT JOIN reading ON reading.article = coding.article AND reading.coder = coding.coder
LEFT JOIN quotation AS held ON coding.place <> 'lost' AND held.id = (SELECT id FROM quotation
    WHERE quotation.article = coding.article AND quotation.start <= coding.start AND quotation."end" >= coding."end"
    AND quotation.kind NOT IN ('nested', 'term') ORDER BY quotation."end" - quotation.start, id LIMIT 1)
LEFT JOIN zone ON coding.place <> 'lost' AND zone.id = (SELECT id FROM zone AS around
    WHERE around.article = coding.article AND around.start <= coding.start AND around."end" >= coding."end"
    ORDER BY around."end" - around.start, id LIMIT 1)"""
