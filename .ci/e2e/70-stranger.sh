#!/usr/bin/env bash
# The library reaches a stranger: a clone deploys it, as a release, to an empty repository; the README's program is then
# compiled against that repository and Maven Central alone, as a module and on the class path, and runs.
. "$(dirname "$0")/lib.sh"
java_home=$("$top/bin/find-jdk25")
export JAVA_HOME=$java_home
version=0.1.0
maven=("$top/mvnw" --batch-mode --quiet)

deploy() {
  git clone --quiet --no-hardlinks "$top" "$work/clone"
  sed -i "s|<version>$version-SNAPSHOT</version>|<version>$version</version>|" "$work/clone/pom.xml" "$work"/clone/*/pom.xml
  (cd "$work/clone" && "${maven[@]}" -pl laio deploy -DskipTests -Dspotless.check.skip -Djacoco.skip -Dmaven.install.skip \
    "-DaltDeploymentRepository=local::file:$work/repository")
}

check_artifacts() {
  local base=$work/repository/io/laio/laio/$version/laio-$version suffix element
  for suffix in .pom .jar -sources.jar -javadoc.jar; do
    [ -s "$base$suffix" ] || fail "laio-$version$suffix was not deployed"
  done
  for element in name description url licenses developers scm issueManagement; do
    grep -q "<$element" "$base.pom" || fail "the POM has no $element"
  done
  ! grep -q '<parent>\|SNAPSHOT' "$base.pom" || fail "the POM does not stand alone"
  "$java_home/bin/jar" --list --file "$base.jar" >"$work/content"
  grep -q '^META-INF/LICENSE$' "$work/content" || fail "the jar has no licence"
  "$java_home/bin/jar" --list --file "$base-javadoc.jar" >"$work/content"
  for element in index.html io.laio/module-summary.html io.laio/io/laio/package-summary.html \
    io.laio/io/laio/linux/package-summary.html; do
    grep -q "^$element$" "$work/content" || fail "the Javadoc has no $element"
  done
}

make_consumer() {
  mkdir -p "$work/consumer/src/main/java/stranger"
  { echo 'package stranger;' && sed -n '/^```java$/,/^```$/p' "$top/laio/README.md" | sed '1d;$d'; } \
    >"$work/consumer/src/main/java/stranger/QuickStart.java"
  echo 'module stranger { requires io.laio; }' >"$work/consumer/src/main/java/module-info.java"
  cat >"$work/consumer/pom.xml" <<XML
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>stranger</groupId>
  <artifactId>stranger</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>25</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <repositories>
    <repository>
      <id>laio</id>
      <url>file:$work/repository</url>
    </repository>
  </repositories>
$(sed -n '/^```xml$/,/^```$/p' "$top/laio/README.md" | sed "1d;\$d;s/$version-SNAPSHOT/$version/" |
    sed '1s/^/<dependencies>/;$s/$/<\/dependencies>/')
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-compiler-plugin</artifactId>
        <version>3.16.0</version>
        <configuration>
          <showWarnings>true</showWarnings>
          <compilerArgs>
            <arg>-Xlint:all</arg>
            <arg>-Werror</arg>
          </compilerArgs>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
XML
}

run_consumer() { # how, java options...
  local how=$1
  shift
  [ "$(echo there | "$java_home/bin/java" --illegal-native-access=deny "$@" | tail -n 1)" = "read: there" ] ||
    fail "$how: the program did not read what was there"
  # What comes only after the program has said that it waits was not there before.
  mkfifo "$work/in" "$work/out"
  "$java_home/bin/java" --illegal-native-access=deny "$@" <"$work/in" >"$work/out" &
  exec 7>"$work/in" 8<"$work/out"
  read -r line <&8
  [ "$line" = "it would block, and goes on by itself" ] || fail "$how: the program said: $line"
  echo later >&7
  [ "$(tail -n 1 <&8)" = "read: later" ] || fail "$how: the program did not read what came later"
  exec 7>&- 8<&-
  wait $!
  rm "$work/in" "$work/out"
  echo "$how: the quick start works"
}

deploy
check_artifacts
make_consumer
(cd "$work/consumer" && "${maven[@]}" -Dmaven.repo.local="$work/m2" compile)
jar=$(ls "$work"/m2/io/laio/laio/$version/*.jar)
run_consumer "as a module" --enable-native-access=io.laio -p "$jar:$work/consumer/target/classes" -m stranger/stranger.QuickStart
run_consumer "on the class path" --enable-native-access=ALL-UNNAMED -cp "$jar:$work/consumer/target/classes" stranger.QuickStart
