# The server alone. Build: docker build -t souffleur . — Run: compose.yaml, or docker run with DATABASE_URL.
FROM node:22-slim

ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8787 \
    SOUFFLEUR_DATA=/data \
    SOUFFLEUR_LOG=json

WORKDIR /app

# First what changes seldom, so that a change of the code does not install everything anew.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force

COPY lib/contract lib/contract
COPY server server

RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8787

HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

# Node itself is the first process, so that SIGTERM reaches it. Commands: docker compose run --rm server backup /data/x.gz
ENTRYPOINT ["node", "--import", "tsx", "server/main.ts"]
CMD ["serve"]
