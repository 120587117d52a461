.PHONY: build test format lint catalogue ci
build: ; Scripts/compile
test: ; Scripts/test
format: ; swift format -i -r Sources Tests Package.swift
lint: ; swift format lint --strict -r -p Sources Tests Package.swift && Scripts/architecture
catalogue: ; Scripts/catalogue
ci: ; .ci/run
