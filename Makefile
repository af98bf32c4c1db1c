# Every target finds a JDK by itself; nothing else needs to be installed.
SHELL := /bin/sh
MVNW := JAVA_HOME=$$(scripts/find-jdk) || exit 1; export JAVA_HOME; ./mvnw -B -ntp
IMAGE ?= schemalatch:latest

.DEFAULT_GOAL := help
.PHONY: help demo demo-gate test build fmt golden crds image clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## the story on embedded servers: drift is found, explained and mended (CLUSTER=1: on your current cluster)
	@./schemalatch demo $(if $(CLUSTER),--cluster) $(if $(DOWNLOAD),--download)

demo-gate: ## a rollout waits for its migration, on a real control plane where its programs are at hand (KUBE_API_TEST_DIR)
	@scripts/demo-gate

test: ## everything: unit tests, then real PostgreSQL servers and a Kubernetes API
	@$(MVNW) verify

build: ## the application, without its tests
	@$(MVNW) -Dmaven.test.skip=true package

fmt: ## formats the sources as the build wants them
	@$(MVNW) -q spotless:apply

golden: ## writes expected reports, docs/reasons.md the help in docs/cli.md and GitOps testdata from the code
	@$(MVNW) -q -Dquarkus.build.skip -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dgolden.write=true \
		-Dtest='GoldenReportTest,ReasonsPageTest,CommandLinePageTest,GitOps*Test,ArgoCdHealthTest' test

crds: ## writes deploy/crds from the Java classes
	@$(MVNW) -q -Dmaven.test.skip=true package

image: ## the container image; IMAGE=name:tag
	docker build -t $(IMAGE) .

clean: ## removes what was built
	@rm -rf target
