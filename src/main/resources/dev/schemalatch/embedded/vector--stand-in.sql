-- The names of pgvector (types, functions, operators, access methods) made of core functions. Its types have no values but
-- NULL, and its functions refuse every call, with core's own "cannot accept a value of a shell type": nothing is computed
-- wrongly, and no core function ever meets a value it does not know.

CREATE FUNCTION hnswhandler(internal) RETURNS index_am_handler LANGUAGE internal AS 'brinhandler';
CREATE FUNCTION ivfflathandler(internal) RETURNS index_am_handler LANGUAGE internal AS 'brinhandler';
CREATE ACCESS METHOD hnsw TYPE INDEX HANDLER hnswhandler;
CREATE ACCESS METHOD ivfflat TYPE INDEX HANDLER ivfflathandler;

DO $body$
DECLARE
  attributes CONSTANT text := 'IMMUTABLE STRICT PARALLEL SAFE';
  t text;
  f text[];
  o text[];
BEGIN
  SET LOCAL client_min_messages = warning;

  FOREACH t IN ARRAY ARRAY['vector', 'halfvec', 'sparsevec'] LOOP
    EXECUTE format('CREATE TYPE %I', t);
    EXECUTE format('CREATE FUNCTION %I(cstring, oid, integer) RETURNS %I LANGUAGE internal %s AS ''shell_in''',
                   t || '_in', t, attributes);
    EXECUTE format('CREATE FUNCTION %I(%I) RETURNS cstring LANGUAGE internal %s AS ''shell_out''', t || '_out', t, attributes);
    EXECUTE format('CREATE FUNCTION %I(cstring[]) RETURNS integer LANGUAGE internal %s AS ''bittypmodin''',
                   t || '_typmod_in', attributes);
    EXECUTE format('CREATE FUNCTION %I(integer) RETURNS cstring LANGUAGE internal %s AS ''bittypmodout''',
                   t || '_typmod_out', attributes);
    EXECUTE format('CREATE TYPE %1$I (INPUT = %2$I, OUTPUT = %3$I, TYPMOD_IN = %4$I, TYPMOD_OUT = %5$I, STORAGE = external)',
                   t, t || '_in', t || '_out', t || '_typmod_in', t || '_typmod_out');
  END LOOP;

  FOREACH f SLICE 1 IN ARRAY ARRAY[
    ['l2_distance(%1$s, %1$s)', 'float8', 'vector halfvec sparsevec'],
    ['inner_product(%1$s, %1$s)', 'float8', 'vector halfvec sparsevec'],
    ['cosine_distance(%1$s, %1$s)', 'float8', 'vector halfvec sparsevec'],
    ['l1_distance(%1$s, %1$s)', 'float8', 'vector halfvec sparsevec'],
    ['%1$s_l2_squared_distance(%1$s, %1$s)', 'float8', 'vector halfvec sparsevec'],
    ['%1$s_negative_inner_product(%1$s, %1$s)', 'float8', 'vector halfvec sparsevec'],
    ['%1$s_spherical_distance(%1$s, %1$s)', 'float8', 'vector halfvec'],
    ['vector_dims(%1$s)', 'integer', 'vector halfvec'],
    ['vector_norm(%1$s)', 'float8', 'vector'],
    ['l2_norm(%1$s)', 'float8', 'halfvec sparsevec'],
    ['l2_normalize(%1$s)', '%1$s', 'vector halfvec sparsevec'],
    ['binary_quantize(%1$s)', '"bit"', 'vector halfvec'],
    ['subvector(%1$s, integer, integer)', '%1$s', 'vector halfvec'],
    ['%1$s_add(%1$s, %1$s)', '%1$s', 'vector halfvec'],
    ['%1$s_sub(%1$s, %1$s)', '%1$s', 'vector halfvec'],
    ['%1$s_mul(%1$s, %1$s)', '%1$s', 'vector halfvec'],
    ['%1$s_concat(%1$s, %1$s)', '%1$s', 'vector halfvec'],
    ['%1$s_lt(%1$s, %1$s)', 'boolean', 'vector halfvec sparsevec'],
    ['%1$s_le(%1$s, %1$s)', 'boolean', 'vector halfvec sparsevec'],
    ['%1$s_eq(%1$s, %1$s)', 'boolean', 'vector halfvec sparsevec'],
    ['%1$s_ne(%1$s, %1$s)', 'boolean', 'vector halfvec sparsevec'],
    ['%1$s_ge(%1$s, %1$s)', 'boolean', 'vector halfvec sparsevec'],
    ['%1$s_gt(%1$s, %1$s)', 'boolean', 'vector halfvec sparsevec'],
    ['%1$s_cmp(%1$s, %1$s)', 'integer', 'vector halfvec sparsevec'],
    ['%1$s_accum(float8[], %1$s)', 'float8[]', 'vector halfvec'],
    ['%1$s_combine(float8[], float8[])', 'float8[]', 'vector halfvec'],
    ['%1$s_avg(float8[])', '%1$s', 'vector halfvec'],
    ['%1$s(%1$s, integer, boolean)', '%1$s', 'vector halfvec sparsevec'],
    ['array_to_%1$s(integer[], integer, boolean)', '%1$s', 'vector halfvec sparsevec'],
    ['array_to_%1$s(real[], integer, boolean)', '%1$s', 'vector halfvec sparsevec'],
    ['array_to_%1$s(float8[], integer, boolean)', '%1$s', 'vector halfvec sparsevec'],
    ['array_to_%1$s(numeric[], integer, boolean)', '%1$s', 'vector halfvec sparsevec'],
    ['%1$s_to_float4(%1$s, integer, boolean)', 'real[]', 'vector halfvec'],
    ['%1$s_to_vector(%1$s, integer, boolean)', 'vector', 'halfvec sparsevec'],
    ['%1$s_to_halfvec(%1$s, integer, boolean)', 'halfvec', 'vector sparsevec'],
    ['%1$s_to_sparsevec(%1$s, integer, boolean)', 'sparsevec', 'vector halfvec'],
    ['hamming_distance(%1$s, %1$s)', 'float8', '"bit"'],
    ['jaccard_distance(%1$s, %1$s)', 'float8', '"bit"']
  ] LOOP
    FOREACH t IN ARRAY string_to_array(f[3], ' ') LOOP
      EXECUTE format('CREATE FUNCTION %s RETURNS %s LANGUAGE internal %s AS ''shell_in''',
                     format(f[1], t), format(f[2], t), attributes);
    END LOOP;
  END LOOP;

  FOREACH t IN ARRAY ARRAY['vector', 'halfvec'] LOOP
    EXECUTE format('CREATE AGGREGATE avg(%1$s) (SFUNC = %1$s_accum, STYPE = float8[], FINALFUNC = %1$s_avg,'
                   ' COMBINEFUNC = %1$s_combine, INITCOND = ''{0}'', PARALLEL = SAFE)', t);
    EXECUTE format('CREATE AGGREGATE sum(%1$s) (SFUNC = %1$s_add, STYPE = %1$s, COMBINEFUNC = %1$s_add, PARALLEL = SAFE)', t);
  END LOOP;

  FOREACH f SLICE 1 IN ARRAY ARRAY[
    ['vector', 'vector', 'vector(vector, integer, boolean)', 'IMPLICIT'],
    ['halfvec', 'halfvec', 'halfvec(halfvec, integer, boolean)', 'IMPLICIT'],
    ['sparsevec', 'sparsevec', 'sparsevec(sparsevec, integer, boolean)', 'IMPLICIT'],
    ['vector', 'real[]', 'vector_to_float4(vector, integer, boolean)', 'IMPLICIT'],
    ['halfvec', 'real[]', 'halfvec_to_float4(halfvec, integer, boolean)', 'ASSIGNMENT'],
    ['vector', 'halfvec', 'vector_to_halfvec(vector, integer, boolean)', 'IMPLICIT'],
    ['vector', 'sparsevec', 'vector_to_sparsevec(vector, integer, boolean)', 'IMPLICIT'],
    ['halfvec', 'vector', 'halfvec_to_vector(halfvec, integer, boolean)', 'ASSIGNMENT'],
    ['halfvec', 'sparsevec', 'halfvec_to_sparsevec(halfvec, integer, boolean)', 'IMPLICIT'],
    ['sparsevec', 'vector', 'sparsevec_to_vector(sparsevec, integer, boolean)', 'ASSIGNMENT'],
    ['sparsevec', 'halfvec', 'sparsevec_to_halfvec(sparsevec, integer, boolean)', 'ASSIGNMENT']
  ] LOOP
    EXECUTE format('CREATE CAST (%s AS %s) WITH FUNCTION %s AS %s', f[1], f[2], f[3], f[4]);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['vector', 'halfvec', 'sparsevec'] LOOP
    FOREACH f SLICE 1 IN ARRAY ARRAY[['integer[]'], ['real[]'], ['float8[]'], ['numeric[]']] LOOP
      EXECUTE format('CREATE CAST (%1$s AS %2$s) WITH FUNCTION array_to_%2$s(%1$s, integer, boolean) AS ASSIGNMENT', f[1], t);
    END LOOP;
  END LOOP;

  FOREACH o SLICE 1 IN ARRAY ARRAY[
    ['<->', 'l2_distance', 'vector halfvec sparsevec', ', COMMUTATOR = <->'],
    ['<#>', '%1$s_negative_inner_product', 'vector halfvec sparsevec', ', COMMUTATOR = <#>'],
    ['<=>', 'cosine_distance', 'vector halfvec sparsevec', ', COMMUTATOR = <=>'],
    ['<+>', 'l1_distance', 'vector halfvec sparsevec', ', COMMUTATOR = <+>'],
    ['+', '%1$s_add', 'vector halfvec', ', COMMUTATOR = +'],
    ['-', '%1$s_sub', 'vector halfvec', ''],
    ['*', '%1$s_mul', 'vector halfvec', ', COMMUTATOR = *'],
    ['||', '%1$s_concat', 'vector halfvec', ''],
    ['<', '%1$s_lt', 'vector halfvec sparsevec', ', COMMUTATOR = >, NEGATOR = >='],
    ['<=', '%1$s_le', 'vector halfvec sparsevec', ', COMMUTATOR = >=, NEGATOR = >'],
    ['=', '%1$s_eq', 'vector halfvec sparsevec', ', COMMUTATOR = =, NEGATOR = <>'],
    ['<>', '%1$s_ne', 'vector halfvec sparsevec', ', COMMUTATOR = <>, NEGATOR = ='],
    ['>=', '%1$s_ge', 'vector halfvec sparsevec', ', COMMUTATOR = <=, NEGATOR = <'],
    ['>', '%1$s_gt', 'vector halfvec sparsevec', ', COMMUTATOR = <, NEGATOR = <='],
    ['<~>', 'hamming_distance', '"bit"', ', COMMUTATOR = <~>'],
    ['<%>', 'jaccard_distance', '"bit"', ', COMMUTATOR = <%%>']
  ] LOOP
    FOREACH t IN ARRAY string_to_array(o[3], ' ') LOOP
      EXECUTE format('CREATE OPERATOR %1$s (LEFTARG = %2$s, RIGHTARG = %2$s, FUNCTION = %3$s%4$s)',
                     o[1], t, format(o[2], t), format(o[4], t));
    END LOOP;
  END LOOP;

  FOREACH t IN ARRAY ARRAY['vector', 'halfvec', 'sparsevec'] LOOP
    EXECUTE format('CREATE OPERATOR CLASS %1$s_ops DEFAULT FOR TYPE %1$s USING btree AS OPERATOR 1 <, OPERATOR 2 <=,'
                   ' OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 %1$s_cmp(%1$s, %1$s)', t);
  END LOOP;
  FOREACH o SLICE 1 IN ARRAY ARRAY[
    ['hnsw', 'vector', 'vector_l2_ops vector_ip_ops vector_cosine_ops vector_l1_ops'],
    ['hnsw', 'halfvec', 'halfvec_l2_ops halfvec_ip_ops halfvec_cosine_ops halfvec_l1_ops'],
    ['hnsw', 'sparsevec', 'sparsevec_l2_ops sparsevec_ip_ops sparsevec_cosine_ops sparsevec_l1_ops'],
    ['hnsw', '"bit"', 'bit_hamming_ops bit_jaccard_ops'],
    ['ivfflat', 'vector', 'vector_l2_ops vector_ip_ops vector_cosine_ops'],
    ['ivfflat', 'halfvec', 'halfvec_l2_ops halfvec_ip_ops halfvec_cosine_ops'],
    ['ivfflat', '"bit"', 'bit_hamming_ops']
  ] LOOP
    FOREACH t IN ARRAY string_to_array(o[3], ' ') LOOP
      EXECUTE format(
        'CREATE OPERATOR CLASS %1$s %2$s FOR TYPE %3$s USING %4$s AS FUNCTION 1 brin_bloom_opcinfo(internal),'
        ' FUNCTION 2 brin_bloom_add_value(internal, internal, internal, internal),'
        ' FUNCTION 3 brin_bloom_consistent(internal, internal, internal, integer),'
        ' FUNCTION 4 brin_bloom_union(internal, internal, internal), FUNCTION 11 hashvarlena(internal)',
        t, CASE WHEN o[1] = 'ivfflat' AND t = 'vector_l2_ops' THEN 'DEFAULT' END, o[2], o[1]);
    END LOOP;
  END LOOP;
END
$body$;

-- Core access methods refuse each other's storage parameters, so these arrive as parameters of brin, packed into one number
-- by the replay, and get their names back before anybody reads them.
CREATE FUNCTION vector_index_options() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $body$
BEGIN
  UPDATE pg_class c
  SET reloptions = CASE WHEN o.amname = 'ivfflat' THEN ARRAY['lists=' || o.packed]
                        WHEN o.packed < 1001 THEN ARRAY['ef_construction=' || o.packed]
                        WHEN o.packed % 1001 = 0 THEN ARRAY['m=' || o.packed / 1001]
                        WHEN o.turned THEN ARRAY['ef_construction=' || o.packed % 1001, 'm=' || o.packed / 1001]
                        ELSE ARRAY['m=' || o.packed / 1001, 'ef_construction=' || o.packed % 1001] END
  FROM (SELECT i.oid, m.amname,
               max(p.option_value) FILTER (WHERE p.option_name = 'pages_per_range')::integer AS packed,
               count(*) FILTER (WHERE p.option_name = 'autosummarize') > 0 AS turned
        FROM pg_class i JOIN pg_am m ON m.oid = i.relam, pg_options_to_table(i.reloptions) p
        WHERE m.amname IN ('hnsw', 'ivfflat')
        GROUP BY i.oid, m.amname) o
  WHERE c.oid = o.oid AND o.packed IS NOT NULL;
END
$body$;
CREATE EVENT TRIGGER vector_index_options ON ddl_command_end
  WHEN TAG IN ('CREATE INDEX', 'CREATE TABLE', 'ALTER TABLE')
  EXECUTE FUNCTION vector_index_options();
