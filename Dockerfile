# The image of docker-compose.yml: laio, built, with a Java runtime of the modules that it uses.
#
#   build    sources and JDK; what `docker compose run --rm test` runs in
#   runtime  a Java runtime that jlink made
#   laio     what runs: no compiler, no sources, a user without rights

FROM eclipse-temurin:25-jdk AS build
# The Maven wrapper checks the digest of a zip file, and needs unzip for it.
RUN apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends unzip \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
# Downloads stay in a cache of the builder: a change to the sources does not repeat them.
# Results name the build by its directory.
RUN --mount=type=cache,target=/root/.m2 bin/laio --version && digest=$(docker/digest .) && mkdir -p "/builds/$digest" \
  && cp -rL cli/target/launcher/builds/current/lib "/builds/$digest/lib" && ln -s "$digest" /builds/current

FROM build AS runtime
RUN modules=$(jdeps --ignore-missing-deps --multi-release 25 --print-module-deps --module-path /builds/current/lib /builds/current/lib/*.jar | tail -n 1) \
  && jlink --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages --generate-cds-archive --output /runtime

FROM debian:bookworm-slim AS laio
# tini takes note of the end of helper processes whose server has ended before them; e2fsprogs makes emulated disks.
RUN apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends e2fsprogs tini \
  && rm -rf /var/lib/apt/lists/*
RUN groupadd --gid 10001 laio && useradd --uid 10001 --gid laio --no-create-home laio && install -d -o laio -g laio /data /results
COPY --from=runtime /runtime /opt/laio/runtime
COPY bin /opt/laio/bin
COPY config /opt/laio/config
COPY docker /opt/laio/docker
# The code that claim C8 counts (config/code-size.json).
COPY laio/src/main/java /opt/laio/laio/src/main/java
COPY http-core/src/main/java /opt/laio/http-core/src/main/java
COPY server-amped/src/main/java /opt/laio/server-amped/src/main/java
COPY server-laio/src/main/java /opt/laio/server-laio/src/main/java
COPY --from=build /builds /opt/laio/builds
ENV LAIO_BUILD=/opt/laio/builds/current LAIO_JAVA_HOME=/opt/laio/runtime PATH=/opt/laio/bin:$PATH LANG=C.UTF-8
# Made by the runtime that uses them: what one JVM remembered is of no use to another.
RUN train-helpers /opt/laio/runtime "$(readlink -f "$LAIO_BUILD")"
USER laio
WORKDIR /data
ENTRYPOINT ["tini", "--", "laio"]
CMD ["--help"]
