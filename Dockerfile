# syntax=docker/dockerfile:1
FROM ubuntu:26.04 AS build
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ca-certificates dotnet-sdk-10.0 \
 && rm -rf /var/lib/apt/lists/*
ENV DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
WORKDIR /source
COPY .editorconfig Directory.Build.props Directory.Packages.props global.json ./
COPY eng eng
COPY data data
COPY src src
RUN dotnet publish src/Ntm.Host -c Release -o /published -p:UseAppHost=true

FROM ubuntu:26.04
# The runtime finds the Unicode library by looking for it; curl asks /readyz for the health check.
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends aspnetcore-runtime-10.0 libicu-dev tzdata curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --no-create-home --shell /usr/sbin/nologin ntm
COPY --from=build /published /opt/ntm
USER ntm
WORKDIR /opt/ntm
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1
# The database is NTM_DATABASE: this image brings no PostgreSQL server.
ENTRYPOINT ["/opt/ntm/ntm"]
CMD ["serve"]
