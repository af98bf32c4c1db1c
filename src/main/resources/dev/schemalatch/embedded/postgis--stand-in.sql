-- The names of PostGIS' types, with their type modifiers, casts and operator classes, made of core functions. The types have
-- no values but NULL: see vector--stand-in.sql. PostGIS' functions are not here; migrations that need them are refused.

CREATE TYPE postgis_type_modifier AS ENUM ();

-- Type modifiers are PostGIS' own numbers. To be shown as PostGIS shows them, each is entered, when it is first used, as a
-- label of an enumerated type: enum_out is core's one function from a number to any text.
CREATE FUNCTION postgis_type_modifier(modifiers cstring[], default_srid integer) RETURNS integer LANGUAGE plpgsql STRICT
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
DECLARE
  names CONSTANT text[] := '{Point,LineString,Polygon,MultiPoint,MultiLineString,MultiPolygon,GeometryCollection,'
    'CircularString,CompoundCurve,CurvePolygon,MultiCurve,MultiSurface,PolyhedralSurface,Triangle,Tin}';
  given CONSTANT text[] := modifiers::text::text[];
  part CONSTANT text[] := regexp_match(upper(trim(given[1])), '^([A-Z]+?)\s*(Z?)(M?)$');
  dimensions CONSTANT text := part[2] || part[3];
  place integer := 0;
  srid integer := default_srid;
  modifier integer;
BEGIN
  IF array_length(given, 1) > 2 OR part IS NULL OR part[1] <> 'GEOMETRY' AND part[1] <> ALL (upper(names::text)::text[]) THEN
    RAISE feature_not_supported USING MESSAGE = 'cannot accept a value of a shell type';
  END IF;
  IF part[1] <> 'GEOMETRY' THEN
    place := array_position(upper(names::text)::text[], part[1]);
  END IF;
  IF array_length(given, 1) = 2 AND given[2]::integer > 0 THEN
    srid := given[2]::integer;
  END IF;
  IF srid > 998999 THEN
    RAISE feature_not_supported USING MESSAGE = 'cannot accept a value of a shell type';
  END IF;
  modifier := srid * 256 + place * 4 + CASE WHEN part[2] = '' THEN 0 ELSE 2 END + CASE WHEN part[3] = '' THEN 0 ELSE 1 END;
  IF modifier = 0 THEN
    RETURN -1;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_enum WHERE oid = modifier::oid AND enumtypid = '@extschema@.postgis_type_modifier'::regtype) THEN
    INSERT INTO pg_enum (oid, enumtypid, enumsortorder, enumlabel)
    VALUES (modifier::oid, '@extschema@.postgis_type_modifier'::regtype, modifier,
            '(' || COALESCE(names[place], 'Geometry') || dimensions || CASE WHEN srid > 0 THEN ',' || srid ELSE '' END || ')');
  END IF;
  RETURN modifier;
END
$body$;

CREATE FUNCTION geometry_typmod_in(cstring[]) RETURNS integer LANGUAGE plpgsql STRICT
AS 'BEGIN RETURN @extschema@.postgis_type_modifier($1, 0); END';
CREATE FUNCTION geography_typmod_in(cstring[]) RETURNS integer LANGUAGE plpgsql STRICT
AS 'BEGIN RETURN @extschema@.postgis_type_modifier($1, 4326); END';
CREATE FUNCTION postgis_typmod_out(integer) RETURNS cstring LANGUAGE internal STABLE STRICT PARALLEL SAFE AS 'enum_out';

DO $body$
DECLARE
  attributes CONSTANT text := 'IMMUTABLE STRICT PARALLEL SAFE';
  f text[];
  t text;
BEGIN
  SET LOCAL client_min_messages = error;

  FOREACH t IN ARRAY ARRAY['spheroid', 'geometry', 'box3d', 'box2d', 'box2df', 'gidx', 'geography'] LOOP
    EXECUTE format('CREATE TYPE %I', t);
    EXECUTE format('CREATE FUNCTION %I(cstring, oid, integer) RETURNS %I LANGUAGE internal %s AS ''shell_in''',
                   t || '_in', t, attributes);
    EXECUTE format('CREATE FUNCTION %I(%I) RETURNS cstring LANGUAGE internal %s AS ''shell_out''', t || '_out', t, attributes);
    EXECUTE format('CREATE TYPE %1$I (INPUT = %1$s_in, OUTPUT = %1$s_out%2$s)', t,
                   CASE WHEN t IN ('geometry', 'geography')
                        THEN format(', TYPMOD_IN = %s_typmod_in, TYPMOD_OUT = postgis_typmod_out, STORAGE = main', t) END);
  END LOOP;

  FOREACH f SLICE 1 IN ARRAY ARRAY[
    ['geometry', 'geometry', 'geometry, integer, boolean', 'AS IMPLICIT'],
    ['geography', 'geography', 'geography, integer, boolean', 'AS IMPLICIT'],
    ['geometry', 'point', 'geometry', ''],
    ['point', 'geometry', 'point', ''],
    ['geometry', 'path', 'geometry', ''],
    ['path', 'geometry', 'path', ''],
    ['geometry', 'polygon', 'geometry', ''],
    ['polygon', 'geometry', 'polygon', ''],
    ['geometry', 'box2d', 'geometry', 'AS IMPLICIT'],
    ['geometry', 'box3d', 'geometry', 'AS IMPLICIT'],
    ['geometry', 'box', 'geometry', 'AS ASSIGNMENT'],
    ['box3d', 'box2d', 'box3d', 'AS IMPLICIT'],
    ['box2d', 'box3d', 'box2d', 'AS IMPLICIT'],
    ['box2d', 'geometry', 'box2d', 'AS IMPLICIT'],
    ['box3d', 'box', 'box3d', 'AS IMPLICIT'],
    ['box3d', 'geometry', 'box3d', 'AS IMPLICIT'],
    ['text', 'geometry', 'text', 'AS IMPLICIT'],
    ['geometry', 'text', 'geometry', 'AS IMPLICIT'],
    ['bytea', 'geometry', 'bytea', 'AS IMPLICIT'],
    ['geometry', 'bytea', 'geometry', 'AS IMPLICIT'],
    ['geometry', 'json', 'geometry', ''],
    ['geometry', 'jsonb', 'geometry', ''],
    ['bytea', 'geography', 'bytea', 'AS IMPLICIT'],
    ['geography', 'bytea', 'geography', 'AS IMPLICIT'],
    ['geometry', 'geography', 'geometry', 'AS IMPLICIT'],
    ['geography', 'geometry', 'geography', '']
  ] LOOP
    EXECUTE format('CREATE FUNCTION %I(%s) RETURNS %s LANGUAGE internal %s AS ''shell_in''', f[2], f[3], f[2], attributes);
    EXECUTE format('CREATE CAST (%s AS %s) WITH FUNCTION %I(%s) %s', f[1], f[2], f[2], f[3], f[4]);
  END LOOP;

  FOREACH t IN ARRAY ARRAY['geometry', 'geography'] LOOP
    FOREACH f SLICE 1 IN ARRAY ARRAY[
      ['lt', '<', '>', ''], ['le', '<=', '>=', ''], ['eq', '=', '=', ''], ['ge', '>=', '<=', ''], ['gt', '>', '<', ''],
      ['overlaps', '&&', '&&', '']
    ] LOOP
      EXECUTE format('CREATE FUNCTION %1$s_%2$s(%1$s, %1$s) RETURNS boolean LANGUAGE internal %3$s AS ''shell_in''',
                     t, f[1], attributes);
      EXECUTE format('CREATE OPERATOR %1$s (LEFTARG = %2$s, RIGHTARG = %2$s, FUNCTION = %2$s_%3$s, COMMUTATOR = %4$s)',
                     f[2], t, f[1], f[3]);
    END LOOP;
    EXECUTE format('CREATE FUNCTION %1$s_cmp(%1$s, %1$s) RETURNS integer LANGUAGE internal %2$s AS ''shell_in''', t, attributes);
    EXECUTE format('CREATE OPERATOR CLASS btree_%1$s_ops DEFAULT FOR TYPE %1$s USING btree AS OPERATOR 1 <, OPERATOR 2 <=,'
                   ' OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 %1$s_cmp(%1$s, %1$s)', t);
  END LOOP;
  EXECUTE format('CREATE FUNCTION geometry_hash(geometry) RETURNS integer LANGUAGE internal %s AS ''shell_in''', attributes);

  FOREACH f SLICE 1 IN ARRAY ARRAY[
    ['gist', 'gist_geometry_ops_2d', 'DEFAULT', 'geometry'],
    ['gist', 'gist_geometry_ops_nd', '', 'geometry'],
    ['gist', 'gist_geography_ops', 'DEFAULT', 'geography'],
    ['spgist', 'spgist_geometry_ops_2d', 'DEFAULT', 'geometry'],
    ['spgist', 'spgist_geometry_ops_3d', '', 'geometry'],
    ['spgist', 'spgist_geometry_ops_nd', '', 'geometry'],
    ['spgist', 'spgist_geography_ops_nd', 'DEFAULT', 'geography'],
    ['brin', 'brin_geometry_inclusion_ops_2d', 'DEFAULT', 'geometry'],
    ['brin', 'brin_geometry_inclusion_ops_3d', '', 'geometry'],
    ['brin', 'brin_geometry_inclusion_ops_4d', '', 'geometry'],
    ['brin', 'brin_geography_inclusion_ops', 'DEFAULT', 'geography']
  ] LOOP
    EXECUTE format('CREATE OPERATOR CLASS %s %s FOR TYPE %s USING %s AS %s', f[2], f[3], f[4], f[1], CASE f[1]
      WHEN 'gist' THEN
        'FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal), FUNCTION 2 gist_box_union(internal, internal),'
        ' FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),'
        ' FUNCTION 7 gist_box_same(box, box, internal)'
      WHEN 'spgist' THEN
        'FUNCTION 1 spg_text_config(internal, internal), FUNCTION 2 spg_text_choose(internal, internal),'
        ' FUNCTION 3 spg_text_picksplit(internal, internal), FUNCTION 4 spg_text_inner_consistent(internal, internal),'
        ' FUNCTION 5 spg_text_leaf_consistent(internal, internal)'
      ELSE
        'FUNCTION 1 brin_bloom_opcinfo(internal), FUNCTION 2 brin_bloom_add_value(internal, internal, internal, internal),'
        ' FUNCTION 3 brin_bloom_consistent(internal, internal, internal, integer),'
        ' FUNCTION 4 brin_bloom_union(internal, internal, internal), FUNCTION 11 hashvarlena(internal)' END);
  END LOOP;
END
$body$;

CREATE OPERATOR CLASS hash_geometry_ops DEFAULT FOR TYPE geometry USING hash AS
  OPERATOR 1 =, FUNCTION 1 geometry_hash(geometry);

CREATE TABLE spatial_ref_sys (
  srid integer PRIMARY KEY, auth_name varchar(256), auth_srid integer, srtext varchar(2048), proj4text varchar(2048)
);
GRANT SELECT ON spatial_ref_sys TO PUBLIC;
CREATE VIEW geometry_columns AS
  SELECT NULL::varchar(256) AS f_table_catalog, NULL::name AS f_table_schema, NULL::name AS f_table_name,
         NULL::name AS f_geometry_column, NULL::integer AS coord_dimension, NULL::integer AS srid, NULL::varchar(30) AS type
  WHERE false;
CREATE VIEW geography_columns AS
  SELECT NULL::name AS f_table_catalog, NULL::name AS f_table_schema, NULL::name AS f_table_name,
         NULL::name AS f_geography_column, NULL::integer AS coord_dimension, NULL::integer AS srid, NULL::text AS type
  WHERE false;
GRANT SELECT ON geometry_columns, geography_columns TO PUBLIC;
