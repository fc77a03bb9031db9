-- A statement of a search names each word many times, and the planner reads the text of a function in SQL anew each time. Those in PL/pgSQL are read once a session.

CREATE OR REPLACE FUNCTION search_fold(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN normalize(translate(replace(replace(replace(
    regexp_replace(normalize(lower(words), NFKD), '[\u0300-\u036f]', '', 'g'),
    'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'øłđı', 'oldi'), NFKC);
END $$;

CREATE OR REPLACE FUNCTION search_query(folded text, begins boolean) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN CASE
    WHEN folded !~ '^[\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+$' THEN
      CASE WHEN begins AND folded ~ '\w' THEN to_tsquery('simple', '''' || translate(folded, '''\', '  ') || ''':*') || phraseto_tsquery('simple', folded)
        ELSE phraseto_tsquery('simple', folded) END || phraseto_tsquery('english', folded) || phraseto_tsquery('german', folded)
    WHEN char_length(folded) = 1 THEN to_tsquery('simple', folded || ':*')
    ELSE phraseto_tsquery('simple', regexp_replace(search_pairs(folded), ' \S+$', ''))
  END;
END $$;

CREATE OR REPLACE FUNCTION search_like(folded text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%';
END $$;
