package dev.schemalatch.tool;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What Supabase's servers provide before any migration, as far as migrations refer to it: schemas, and the tables and functions
 * that foreign keys, triggers and policies name. It only stands in for them, and is never compared.
 */
final class SupabaseServer {

    private static final List<String> SCHEMAS =
            List.of("auth", "storage", "extensions", "realtime", "vault", "graphql_public");

    private SupabaseServer() {}

    /** {@code pkg/migration/history.go} for the table. */
    static List<String> prepare(HistoryTable table) {
        return Stream.of(
                        Stream.of(
                                "CREATE SCHEMA IF NOT EXISTS supabase_migrations",
                                "CREATE TABLE %s (version text NOT NULL PRIMARY KEY, statements text[], name text)"
                                        .formatted(table.quoted())),
                        SCHEMAS.stream().map(schema -> "CREATE SCHEMA IF NOT EXISTS " + schema),
                        Stream.of(AUTH, STORAGE))
                .flatMap(statements -> statements)
                .toList();
    }

    static OwnObjects own(HistoryTable table) {
        var schemas = new TreeSet<>(SCHEMAS);
        schemas.add(table.schema());
        return new OwnObjects(Set.of(table), schemas);
    }

    private static final String AUTH = """
        CREATE TABLE IF NOT EXISTS auth.users (
            instance_id uuid, id uuid PRIMARY KEY, aud varchar(255), role varchar(255), email varchar(255),
            encrypted_password varchar(255), email_confirmed_at timestamptz, invited_at timestamptz,
            confirmation_token varchar(255), confirmation_sent_at timestamptz, recovery_token varchar(255),
            recovery_sent_at timestamptz, last_sign_in_at timestamptz, raw_app_meta_data jsonb, raw_user_meta_data jsonb,
            is_super_admin boolean, created_at timestamptz, updated_at timestamptz, phone text UNIQUE,
            phone_confirmed_at timestamptz, confirmed_at timestamptz, banned_until timestamptz,
            is_sso_user boolean NOT NULL DEFAULT false, deleted_at timestamptz, is_anonymous boolean NOT NULL DEFAULT false);
        CREATE OR REPLACE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE AS 'SELECT NULL::uuid';
        CREATE OR REPLACE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL::text';
        CREATE OR REPLACE FUNCTION auth.email() RETURNS text LANGUAGE sql STABLE AS 'SELECT NULL::text';
        CREATE OR REPLACE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS 'SELECT NULL::jsonb'\
        """;

    private static final String STORAGE = """
        CREATE TABLE IF NOT EXISTS storage.buckets (
            id text PRIMARY KEY, name text NOT NULL UNIQUE, owner uuid, created_at timestamptz DEFAULT now(),
            updated_at timestamptz DEFAULT now(), public boolean DEFAULT false, avif_autodetection boolean DEFAULT false,
            file_size_limit bigint, allowed_mime_types text[], owner_id text);
        CREATE TABLE IF NOT EXISTS storage.objects (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(), bucket_id text REFERENCES storage.buckets (id), name text, owner uuid,
            created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now(),
            last_accessed_at timestamptz DEFAULT now(), metadata jsonb, path_tokens text[], version text, owner_id text,
            user_metadata jsonb);
        CREATE OR REPLACE FUNCTION storage.foldername(name text) RETURNS text[] LANGUAGE sql IMMUTABLE
            AS 'SELECT NULL::text[]';
        CREATE OR REPLACE FUNCTION storage.filename(name text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT NULL::text';
        CREATE OR REPLACE FUNCTION storage.extension(name text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT NULL::text'\
        """;
}
