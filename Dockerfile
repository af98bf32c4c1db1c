# syntax=docker/dockerfile:1

# --- build: the wrapper fetches its Maven, Maven everything else ----------------------------------------------------
FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package

# --- PostgreSQL's programs, unpacked once: the running image has nothing to unpack and nowhere to write it -------------
RUN SCHEMALATCH_POSTGRES_ARCHIVES=/src/target/postgres SCHEMALATCH_POSTGRES_HOME=/opt/schemalatch/postgres \
    java -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*" dev.schemalatch.embedded.Prepare \
    && chmod -R a+rX,go-w /opt/schemalatch/postgres

# --- run ----------------------------------------------------------------------------------------------------------
FROM eclipse-temurin:25-jre-noble
LABEL org.opencontainers.image.title="Schemalatch" \
      org.opencontainers.image.description="Finds migration drift in PostgreSQL databases and holds rollouts until they are right." \
      org.opencontainers.image.licenses="Apache-2.0"

# PostgreSQL refuses to run as root, and as a user without a name.
RUN groupadd --gid 10001 schemalatch \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin schemalatch \
    && install -d -o 10001 -g 10001 -m 0770 /var/lib/schemalatch /var/cache/schemalatch

COPY --from=build /opt/schemalatch/postgres /opt/schemalatch/postgres
COPY --from=build /src/target/quarkus-app/lib /opt/schemalatch/app/lib
COPY --from=build /src/target/quarkus-app/quarkus /opt/schemalatch/app/quarkus
COPY --from=build /src/target/quarkus-app/app /opt/schemalatch/app/app
COPY --from=build /src/target/quarkus-app/quarkus-run.jar /opt/schemalatch/app/quarkus-run.jar

# Only these folders are written to; the chart mounts them.
ENV SCHEMALATCH_POSTGRES_HOME=/opt/schemalatch/postgres \
    SCHEMALATCH_POSTGRES_DATA=/var/lib/schemalatch
VOLUME ["/tmp", "/var/lib/schemalatch", "/var/cache/schemalatch"]

USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED", "-jar", "/opt/schemalatch/app/quarkus-run.jar"]
CMD ["operator"]
