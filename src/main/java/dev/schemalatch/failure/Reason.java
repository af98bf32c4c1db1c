package dev.schemalatch.failure;

/**
 * Why something is as it is, in one CamelCase word: the same word in conditions, events and metric labels.
 *
 * <p>The words are part of the contract: scripts and alerts match on them. {@code docs/reasons.md} is generated from this
 * enum, and a test keeps it current.
 */
public enum Reason {
    // what a check found
    InSync(Kind.FINDING, "History and schema are what the migrations say."),
    MigrationsPending(Kind.FINDING, "The files hold migrations that are not applied yet."),
    MigrationFailed(Kind.FINDING, "A migration began and did not finish."),
    MigrationRunning(Kind.FINDING, "A migration is being applied at this moment."),
    MigrationsMissing(Kind.FINDING, "Migrations are applied that the files do not hold."),
    MigrationsEdited(Kind.FINDING, "Files were changed after they had been applied."),
    HistoryDiverged(Kind.FINDING, "Files and database each hold migrations that the other lacks."),
    BaselineNeeded(Kind.FINDING, "The database has objects but no migration history."),
    SchemaDrifted(Kind.FINDING, "The live schema is not what the applied migrations produce."),
    SchemaNotCompared(
            Kind.FINDING, "Nothing says what schema to expect: the migrations are programs, and no schema is named."),
    PreconditionUnmet(Kind.FINDING, "A precondition's query returned a row: what must hold before a rollout does not."),
    DriftChanged(Kind.FINDING, "The live schema is still not as expected, but in another way than before."),
    Recovered(Kind.FINDING, "The check can tell again."),
    RolloutHeld(Kind.FINDING, "The gate's policy holds new revisions."),
    Verified(Kind.FINDING, "Every migration that the version ships is applied, and nothing else holds it."),
    AlreadyRunning(Kind.FINDING, "The version was started before; it may start again."),
    RolloutBypassed(Kind.FINDING, "Somebody who may do so let the version start whatever was found."),
    GateUnsupported(Kind.FINDING, "The workload cannot be held without stopping what serves."),
    CheckNotFound(Kind.FINDING, "The pod template names a MigrationDriftCheck that does not exist."),
    NothingHolds(Kind.FINDING, "Nothing that the gate's policy names was found."),
    Suspended(Kind.FINDING, "The check is suspended; the last results stand."),
    NotCheckedYet(Kind.FINDING, "No check has completed yet."),
    Checked(Kind.FINDING, "The check of this generation has completed."),
    Checking(Kind.FINDING, "This generation is being checked for the first time."),

    // the user must change something
    SpecInvalid(Kind.STALLED, "The resource's spec cannot be used as it is."),
    SecretNotFound(Kind.STALLED, "The Secret that the resource names does not exist."),
    SecretInvalid(Kind.STALLED, "The Secret lacks a key or holds a value that cannot be used."),
    ConnectionInvalid(Kind.STALLED, "The connection URI cannot be read."),
    ConnectionParameterRefused(Kind.STALLED, "The connection URI carries a parameter that is not allowed."),
    AddressRefused(
            Kind.STALLED,
            "The address of the database or the registry is one that this installation does not connect to."),
    AuthenticationFailed(Kind.STALLED, "The server refused the user or the password."),
    DatabaseNotFound(Kind.STALLED, "The server has no database of that name."),
    TlsRefused(Kind.STALLED, "Client and server could not agree on TLS, or the certificate is not trusted."),
    PermissionDenied(Kind.STALLED, "The database role lacks a right that the check needs."),
    ServerUnsupported(Kind.STALLED, "The server's version is not supported."),
    ClusterAccessDenied(Kind.STALLED, "The operator's service account may not read or make what the resource names."),
    ConfigMapNotFound(Kind.STALLED, "The ConfigMap that the resource names does not exist."),
    WorkloadNotFound(Kind.STALLED, "The workload whose image has the migrations does not exist."),
    MigrationsEmpty(Kind.STALLED, "There are no migrations where the resource says they are."),
    LayoutUnknown(Kind.STALLED, "The files are not in the layout of a migration tool that is understood."),
    ToolUnsupported(Kind.STALLED, "The migrations are of a tool, or a version of it, that is not read."),
    MigrationsUnreadable(Kind.STALLED, "A file or folder of the migrations cannot be read."),
    MigrationsTooLarge(
            Kind.STALLED, "The migrations are more files or bytes than is read, or than fits where they go."),
    ArchiveInvalid(Kind.STALLED, "The archive is broken, or is not of a kind that is read."),
    ArchiveRefused(Kind.STALLED, "The archive breaks a limit, or names files outside its own folder."),
    DuplicateMigration(Kind.STALLED, "Two migrations have the same name."),
    ImageReferenceInvalid(Kind.STALLED, "What should name an image does not."),
    RegistryNotAllowed(
            Kind.STALLED, "The image's registry or repository is not one that this installation reads from."),
    PlainHttpRefused(
            Kind.STALLED, "The registry speaks without TLS, and this installation does not allow that for it."),
    RedirectRefused(Kind.STALLED, "The registry sends requests on to where they are not followed."),
    ImageAccessDenied(Kind.STALLED, "The registry does not let these credentials, or nobody, pull the image."),
    ImageNotFound(Kind.STALLED, "The registry has no image of that name, tag or digest."),
    ImageUnsupported(Kind.STALLED, "The image is of a kind that is not read."),
    ImageTooLarge(Kind.STALLED, "The image is more bytes or files than this installation reads."),
    ImageRefused(Kind.STALLED, "The image holds entries that lead out of it, or devices among its migrations."),
    ReplayFailed(Kind.STALLED, "A migration does not replay on an empty database."),
    ShadowUnsupported(Kind.STALLED, "The shadow server cannot run what the migrations ask for."),
    PreconditionInvalid(
            Kind.STALLED,
            "A precondition's query does not parse, names something that does not exist, is not allowed, or fails."),
    RemoteUnsupported(Kind.STALLED, "The kind of source that the resource names is not read by this installation."),

    // time or somebody else will change it
    DatabaseUnreachable(Kind.TRANSIENT, "No connection to the database could be made, or it was lost."),
    AnswerTooLarge(Kind.TRANSIENT, "The server sent more than a check reads."),
    DatabaseTimeout(Kind.TRANSIENT, "The database did not answer within the check's time."),
    ShadowUnavailable(Kind.TRANSIENT, "The shadow server could not be started or reached."),
    RegistryUnreachable(Kind.TRANSIENT, "The registry could not be reached, or did not answer as registries do."),
    RegistryTimeout(Kind.TRANSIENT, "The registry did not send the image within the time for it."),
    RegistryBusy(Kind.TRANSIENT, "The registry answers no more requests for now."),
    ImageCorrupt(Kind.TRANSIENT, "What the registry sent is not what its digest says."),
    ClusterUnreachable(Kind.TRANSIENT, "The Kubernetes API did not answer as expected."),
    InternalError(Kind.TRANSIENT, "Something that should not happen did; the operator's log has the details."),

    // come back later, nothing is wrong
    ObjectLocked(Kind.WAITING, "Someone's DDL holds a lock; the check does not wait behind it."),
    ImageCacheFull(Kind.WAITING, "Other images are being read; there is no room for one more beside them."),
    ServerStarting(Kind.WAITING, "The server is starting up, shutting down or out of connections.");

    /** Which of the failures a reason belongs to; {@code FINDING} is no failure at all. */
    public enum Kind {
        FINDING,
        STALLED,
        TRANSIENT,
        WAITING
    }

    private final Kind kind;
    private final String meaning;

    Reason(Kind kind, String meaning) {
        this.kind = kind;
        this.meaning = meaning;
    }

    public Kind kind() {
        return kind;
    }

    /** One sentence for the documentation. */
    public String meaning() {
        return meaning;
    }
}
